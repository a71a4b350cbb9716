#!/bin/sh
# Starts the app, or opens the one that runs. See docs/van-phong/cai-dat.md.
cd "$(dirname "$0")/.." || exit
if ! command -v python3 >/dev/null; then
  echo "Máy này chưa có Python. Debian, Ubuntu: sudo apt install python3 python3-venv"
  echo "macOS: tải từ https://www.python.org/downloads/. Cài xong thì chạy lại lệnh này."
  exit 1
fi
exec python3 -m tools.start "$@"
