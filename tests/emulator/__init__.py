"""Google as the product meets it: a real HTTP server on loopback that speaks Sheets and Drive.

`spreadsheet` holds what staff and the form do to a sheet, `ranges` and `masks` what a request
chooses, `answers` what Google says to it, `tokens` the sign-in, `faults` what goes wrong,
`server` puts them behind HTTP, `discovery` holds every answer against Google's own description.
"""
