@echo off
rem Drop the zip of a newer version onto this. See docs/van-phong/cai-dat.md.
chcp 65001 >nul
title Khảo sát hài lòng
pushd "%~dp0.."
set "PYTHON="
py -3 -c "" >nul 2>nul && set "PYTHON=py -3"
if not defined PYTHON python -c "" >nul 2>nul && set "PYTHON=python"
if not defined PYTHON (
  echo Máy này chưa có Python.
  echo Hãy tải từ https://www.python.org/downloads/ và cài đặt, đánh dấu ô "Add python.exe to PATH",
  echo hoặc mở cửa sổ lệnh và chạy: winget install Python.Python.3.13
  echo Cài xong thì làm lại.
  pause
  exit /b 1
)
rem One line: this file itself is replaced meanwhile.
%PYTHON% -m tools.update %* & pause & exit /b
