#!/usr/bin/env bash
# Looks for what ClaimInsights needs beside the .NET SDK: a font for charts, and one with Chinese glyphs for Chinese reports.
# On Debian or Ubuntu, as root, it installs what is missing; elsewhere it names it in one line. --browser adds Chromium,
# for looking at reports without a desktop.
set -u

declare -A packages=(
    [fonts-dejavu-core]='DejaVuSans.ttf'
    [fonts-wqy-microhei]='wqy-microhei.ttc'
)

has_font() {
    for folder in /usr/share/fonts /usr/local/share/fonts "${HOME:-/nowhere}/.fonts" "${HOME:-/nowhere}/.local/share/fonts"; do
        if [ -n "$(find -L "$folder" -name "$1" -print -quit 2>/dev/null)" ]; then return 0; fi
    done
    return 1
}

missing=()
case "$(uname -s)" in
    Linux)
        for package in "${!packages[@]}"; do
            has_font "${packages[$package]}" || missing+=("$package")
        done
        [ "${1:-}" = --browser ] && ! command -v chromium >/dev/null && missing+=(chromium)
        ;;
esac

if ! command -v dotnet >/dev/null; then
    echo "setup: dotnet is missing; expected the .NET SDK 10. Install it first, then run this again." >&2
    exit 1
fi

if [ ${#missing[@]} -gt 0 ]; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        if ! { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >/dev/null; then
            echo "setup: could not install ${missing[*]}; charts need a font (or --font FILE). Install them and run this again." >&2
            exit 1
        fi
    else
        echo "setup: missing ${missing[*]}; install them as root (apt-get install ${missing[*]}), or give charts a font with --font FILE." >&2
    fi
fi
exit 0
