#!/usr/bin/env bash
# Signs a demonstration person in as any program would (authorization code with PKCE) and prints an access token.
#   bash docs/tour/sign-in.sh igad.officer@igad.example
set -euo pipefail
address=${CONCORD:-http://127.0.0.1:5080}
data=${CONCORD_DATA:-${XDG_DATA_HOME:-$HOME/.local/share}/concord}
email=${1:?an e-mail of demo-sign-in.txt}
redirect=http://127.0.0.1:7979/callback

told() { awk -F '\t' -v who="$1" '$1 == who { print $2 }' "$data/demo-sign-in.txt"; }
password=$(told "$email")
[ -n "$password" ] || { echo "No password for $email in $data/demo-sign-in.txt" >&2; exit 1; }
jar=$(mktemp)
trap 'rm -f "$jar"' EXIT

base64url() { base64 -w0 | tr '+/' '-_' | tr -d '='; }
verifier=$(head -c 32 /dev/urandom | base64url)
challenge=$(printf "$(printf %s "$verifier" | sha256sum | cut -d' ' -f1 | sed 's/../\\x&/g')" | base64url)

browse() { curl -sS -c "$jar" -b "$jar" "$@"; }

# Sends the first form of the page in $page with its hidden fields and these; what comes back is the next page, and then where it leads.
submit() {
  local form=() name value action
  page=$(sed '/<\/form>/q' <<<"$page")
  while IFS=$'\t' read -r name value; do
    form+=(--data-urlencode "$name=$(sed 's/&amp;/\&/g; s/&#x2B;/+/g; s/&quot;/"/g' <<<"$value")")
  done < <(sed -n 's/.*<input type="hidden" name="\([^"]*\)" value="\([^"]*\)".*/\1\t\2/p' <<<"$page")
  action=$(sed -n 's/.*<form method="post" action="\([^"]*\)".*/\1/p' <<<"$page" | sed 's/&amp;/\&/g')
  page=$(browse -H 'Sec-Fetch-Site: same-origin' -w '\nnext:%{redirect_url}' "$address$action" "${form[@]}" "$@")
  next=${page##*$'\n'next:}
}

# The code of an authenticator app (RFC 6238) at a half minute of the clock.
code() {
  local hash at
  hash=$(printf "$(printf %016x "$1" | sed 's/../\\x&/g')" | openssl dgst -sha1 -mac HMAC -macopt "hexkey:$(base32 -d <<<"$secret" | od -An -tx1 | tr -d ' \n')" | sed 's/.* //')
  at=$((16#${hash:39} * 2))
  printf '%06d' $(((16#${hash:at:8} & 0x7fffffff) % 1000000))
}

page=$(browse -f -L -G "$address/connect/authorize" \
  -d client_id=concord-cli -d response_type=code --data-urlencode 'scope=openid profile' -d state=tour \
  --data-urlencode "redirect_uri=$redirect" -d "code_challenge=$challenge" -d code_challenge_method=S256)
submit --data-urlencode "email=$email" --data-urlencode "password=$password"
if [[ $next == */account/second-factor* ]]; then
  secret=$(told "totp:$email")
  page=$(browse -f "$next")
  next=
  # A code is good once: where that of now was used already, the next one is accepted a little early, or a little later.
  for step in $(($(date +%s) / 30)) $(($(date +%s) / 30 + 1)) $(($(date +%s) / 30 + 2)); do
    [ -z "$next" ] || break
    while [ $(($(date +%s) / 30 + 1)) -lt "$step" ]; do sleep 1; done
    submit --data-urlencode "code=$(code "$step")"
  done
fi
while [ -n "$next" ] && [ "${next#"$redirect"}" = "$next" ]; do
  case $next in
    */account/program*) page=$(browse -f "$next") && submit ;; # whoever runs this has just started the program that asks
    *) next=$(browse -f -o /dev/null -w '%{redirect_url}' "$next") ;;
  esac
done
code=$(sed -n 's/.*[?&]code=\([^&]*\).*/\1/p' <<<"$next")
[ -n "$code" ] || { echo "Signing in as $email was refused." >&2; exit 1; }
curl -sSf "$address/connect/token" -d grant_type=authorization_code -d client_id=concord-cli -d "code=$code" \
  --data-urlencode "redirect_uri=$redirect" -d "code_verifier=$verifier" | sed -n 's/.*"access_token": *"\([^"]*\)".*/\1/p'
