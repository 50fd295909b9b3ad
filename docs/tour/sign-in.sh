#!/usr/bin/env bash
# Signs a demonstration person in as any program would (authorization code with PKCE) and prints an access token.
#   bash docs/tour/sign-in.sh igad.officer@igad.example
set -euo pipefail
address=${CONCORD:-http://127.0.0.1:5080}
data=${CONCORD_DATA:-${XDG_DATA_HOME:-$HOME/.local/share}/concord}
email=${1:?an e-mail of demo-sign-in.txt}
redirect=http://127.0.0.1:7979/callback

password=$(awk -F '\t' -v who="$email" '$1 == who { print $2 }' "$data/demo-sign-in.txt")
[ -n "$password" ] || { echo "No password for $email in $data/demo-sign-in.txt" >&2; exit 1; }
jar=$(mktemp)
trap 'rm -f "$jar"' EXIT

base64url() { base64 -w0 | tr '+/' '-_' | tr -d '='; }
verifier=$(head -c 32 /dev/urandom | base64url)
challenge=$(printf "$(printf %s "$verifier" | sha256sum | cut -d' ' -f1 | sed 's/../\\x&/g')" | base64url)

page=$(curl -sSf -L -c "$jar" -b "$jar" -G "$address/connect/authorize" \
  -d client_id=concord-cli -d response_type=code --data-urlencode 'scope=openid profile' -d state=tour \
  --data-urlencode "redirect_uri=$redirect" -d "code_challenge=$challenge" -d code_challenge_method=S256)
form=(--data-urlencode "email=$email" --data-urlencode "password=$password")
while IFS=$'\t' read -r name value; do
  form+=(--data-urlencode "$name=$(sed 's/&amp;/\&/g; s/&#x2B;/+/g; s/&quot;/"/g' <<<"$value")")
done < <(sed -n 's/.*<input type="hidden" name="\([^"]*\)" value="\([^"]*\)".*/\1\t\2/p' <<<"$page")
action=$(sed -n 's/.*<form method="post" action="\([^"]*\)".*/\1/p' <<<"$page" | sed 's/&amp;/\&/g')
next=$(curl -sSf -c "$jar" -b "$jar" -H 'Sec-Fetch-Site: same-origin' -o /dev/null -w '%{redirect_url}' "$address$action" "${form[@]}")
while [ -n "$next" ] && [ "${next#"$redirect"}" = "$next" ]; do
  next=$(curl -sSf -c "$jar" -b "$jar" -o /dev/null -w '%{redirect_url}' "$next")
done
code=$(sed -n 's/.*[?&]code=\([^&]*\).*/\1/p' <<<"$next")
[ -n "$code" ] || { echo "Signing in as $email was refused." >&2; exit 1; }
curl -sSf "$address/connect/token" -d grant_type=authorization_code -d client_id=concord-cli -d "code=$code" \
  --data-urlencode "redirect_uri=$redirect" -d "code_verifier=$verifier" | sed -n 's/.*"access_token": *"\([^"]*\)".*/\1/p'
