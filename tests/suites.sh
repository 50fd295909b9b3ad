# The suites, one after the other: most fill two cores by themselves, so that two side by side end no sooner there; with more cores they do. Part of run.sh, which sets $results, $only and where temporary files go: $quick, and $leftovers on the disk.
at_once=${CONCORD_SUITES_AT_ONCE:-1}

# The six whose tests run on each database. Their run on SQLite also writes down what SQL Server would be sent.
on_every_store=(Platform Partners Roster Designation Monitoring Identity)
# What no database has a part in is not run on a second one.
without_store=(.Mesh. .Telemetry. .Providers. Merkle ChainCheckTests ReplicaTests LogTests TotpTests PasswordTests SignInPageTests KeyDirectoryTests)
# The longest come first, so that none of them is left alone at the end.
longest=(Distributed Portal Crash Abuse)

suites() { # each as NAME, or NAME and STORE; without SqlServer, which reads what the others wrote down
  local project name
  printf '%s\n' "${longest[@]}"
  for name in "${on_every_store[@]}"; do
    echo "$name SqlServer"
    if has_postgresql; then echo "$name PostgreSql"; fi
  done
  for project in tests/*.Tests/*.csproj; do
    name=$(basename "$project" .Tests.csproj)
    case " ${longest[*]} ${on_every_store[*]} SqlServer " in *" $name "*) ;; *) echo "$name" ;; esac
  done
}

run_suite() { # run_suite NAME [STORE]
  local name=$1 store=${2:-} result=$1.Tests begun=$SECONDS status=0 arguments=() part temporary=$quick/$1.Tests # its own: one suite searches what is left there
  case "$name.Tests" in *"$only"*) ;; *) return ;; esac
  if [ "$store" = PostgreSql ]; then
    result+=.$store
    temporary=$leftovers/$result # its server waits for no disk, and hundreds of databases are much for a memory
    for part in "${without_store[@]}"; do arguments+=(-method- "*$part*"); done
  fi
  mkdir "$temporary" && chmod 1777 "$temporary"
  TMPDIR=$temporary CONCORD_TEST_STORE=$store timeout --kill-after=10 35m "tests/$name.Tests/bin/Debug/net10.0/Concord.$name.Tests" \
    -noLogo -noColor -trx "$results/$result.trx" "${arguments[@]}" > "$results/$result.log" 2>&1 &
  trap "kill $! 2>/dev/null" TERM
  wait $! || status=$?
  tell "$result" "$status" $((SECONDS - begun))
  rm -rf "$temporary"
}

tell() { # tell RESULT STATUS SECONDS: in one piece, for others speak meanwhile
  local numbers; numbers=$(grep -A1 'TEST EXECUTION SUMMARY' "$results/$1.log" | sed -nE 's/.*(Total: .*), Not Run.*/\1/p')
  # A suite that left no results has run nothing or did not end, and one that ended badly without a failed test did not tidy up: that is a failure, not silence.
  if [ ! -s "$results/$1.trx" ] || { [ "$2" -ne 0 ] && [ "$(count failed "$1.trx")" -eq 0 ]; }; then echo "$1 ended with $2" >> "$results/problems"; fi
  local what; what=$(if [ "$2" -ne 0 ]; then echo "FAILED: $1 ended with $2"; grep -vE '^[0-9]{4}-[0-9]{2}-[0-9]{2}T' "$results/$1.log"; fi; echo "-- $1, $3 s. ${numbers:-No results.}")
  printf '%s\n' "$what"
}

run_suites() {
  local suite
  while read -r -a suite; do
    while [ "$(jobs -pr | wc -l)" -ge "$at_once" ]; do wait -n; done
    run_suite "${suite[@]}" < /dev/null &
  done < <(suites)
  wait
  run_suite SqlServer
}
