#!/bin/sh
# Publishes what a backup of this guest depends on: the Hyper-V daemons and the mounts. Reads only; writes one thing,
# the KVP pool of this guest or the file that is named. POSIX sh with what Linux and FreeBSD bring.
#
#   quiesce-guest.sh [--kvp]        publish to the Hyper-V host through the KVP daemon (root)
#   quiesce-guest.sh --file PATH    write a file; PATH may be a folder, the file is then named after the VM's id
#   quiesce-guest.sh --print        print the JSON
#
# Exit codes: 0 done, 1 failed, 2 called wrongly, 3 no KVP pool or no rights to it, 4 too large for KVP.
#
# The format, the same for Publish-QuiesceGuest.ps1. The text is one JSON object in UTF-8: the facts of `guest` in
# quiesce.inventory/1, and beside them `absent` (paths within guest, with reasons) and `script` (name, version), which the
# host takes out. For KVP it is packed by gzip and base64, cut into pieces of at most 900 characters, and each piece is a
# value under the key
#     Quiesce.<n>of<m>.<sha8>
# n from 1 to m without leading zeros, m at most 64, sha8 the first 8 hexadecimal digits, in lower case, of the SHA-256 of
# the whole base64 text. All pieces of one publication have the same m and sha8; a set that is not whole counts as none.
set -eu
LC_ALL=C
export LC_ALL
VERSION=1
PIECE=900
MOST_PIECES=64
# For tests: a folder that stands for /.
ROOT=${QUIESCE_GUEST_ROOT:-}

fail() { code=$1; shift; printf 'quiesce-guest: %s\n' "$*" >&2; exit "$code"; }

way=kvp
target=
while [ $# -gt 0 ]; do
  case $1 in
    --kvp) way=kvp ;;
    --print) way=print ;;
    --file) way=file; [ $# -ge 2 ] || fail 2 "--file needs a path."; target=$2; shift ;;
    *) fail 2 "$1 is not known. Use --kvp, --file PATH or --print." ;;
  esac
  shift
done

work=$(mktemp -d "${TMPDIR:-/tmp}/quiesce-guest.XXXXXX") || fail 1 "No temporary folder."
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
: > "$work/absent"

# A text as a JSON string. Control characters become \u00xx.
json() {
  printf '%s' "$1" | awk 'BEGIN { for (i = 1; i < 32; i++) low[sprintf("%c", i)] = sprintf("\\u%04x", i); RS = "\001"; printf "\"" }
    { n = length($0)
      for (i = 1; i <= n; i++) { c = substr($0, i, 1)
        if (c == "\\" || c == "\"") printf "\\%s", c; else if (c in low) printf "%s", low[c]; else printf "%s", c } }
    END { printf "\"" }'
}
absent() { printf '%s{"fact":"%s","reason":"%s","text":%s}' "$([ -s "$work/absent" ] && printf ,)" "$1" "$2" "$(json "$3")" >> "$work/absent"; }

# "running", "stopped" or "missing", or null for an account that does not see other processes. $1: names of the process.
daemon_state() {
  if [ ! -r "$ROOT/proc/1/comm" ]; then absent "linux.$2" permission-denied 'This account does not see processes of others (hidepid). Run as root.'; printf null; return; fi
  printf '"%s"' "$(process_state "$1")"
}
process_state() {
  for comm in "$ROOT"/proc/[0-9]*/comm; do
    { read -r process < "$comm"; } 2>/dev/null || continue
    case " $1 " in *" $process "*) printf running; return ;; esac
  done
  names=$1
  for name in $names; do
    for folder in usr/sbin usr/bin sbin usr/lib/hyper-v/bin usr/libexec/hypervkvpd "usr/lib/linux-tools/$(uname -r)"; do
      if [ -e "$ROOT/$folder/$name" ]; then printf stopped; return; fi
    done
    if [ -z "$ROOT" ] && command -v "$name" >/dev/null 2>&1; then printf stopped; return; fi
  done
  printf missing
}

# esp of a vfat mount: true, false, or null when nothing tells the partition's type.
esp_of() {
  node=$(readlink -f "$1" 2>/dev/null || printf '%s' "$1")
  device=$(cat "$ROOT/sys/class/block/${node##*/}/dev" 2>/dev/null || :)
  kind=
  [ -n "$device" ] && kind=$(sed -n 's/^E:ID_PART_ENTRY_TYPE=//p' "$ROOT/run/udev/data/b$device" 2>/dev/null || :)
  if [ -z "$kind" ] && [ -z "$ROOT" ] && command -v lsblk >/dev/null 2>&1; then kind=$(lsblk -nro PARTTYPE "$1" 2>/dev/null || :); fi
  case $kind in
    [cC]12[aA]7328-* | 0xef) printf true ;;
    '') printf null ;;
    *) printf false ;;
  esac
}

# The mounts as JSON. Kernel file systems, which hold no data, are left out.
linux_mounts() {
  awk '$3 !~ /^(proc|sysfs|devtmpfs|devpts|cgroup|cgroup2|securityfs|debugfs|tracefs|pstore|bpf|mqueue|hugetlbfs|configfs|fusectl|autofs|binfmt_misc|rpc_pipefs|efivarfs|nsfs|selinuxfs|tmpfs|ramfs)$/ { print $1, $2, $3, $4 }' "$ROOT/proc/self/mounts" > "$work/mounts"
  sed '1000q' "$work/mounts" > "$work/first"
  [ "$(wc -l < "$work/mounts")" -le 1000 ] || absent linux.mounts ambiguous "More than 1000 mounts; the first 1000 are listed."
  separator=
  while read -r source place kind options; do
    ro=false
    case ",$options," in *,ro,*) ro=true ;; esac
    esp=false
    [ "$kind" = vfat ] && esp=$(esp_of "$source")
    # Spaces and the like stand as \040 in the list.
    printf '%s{"source":%s,"target":%s,"fsType":%s,"readOnly":%s,"esp":%s}' "$separator" "$(json "$(unescape "$source")")" "$(json "$(unescape "$place")")" "$(json "$kind")" "$ro" "$esp"
    separator=,
  done < "$work/first"
}
unescape() { case $1 in *\\*) printf '%b' "$(printf '%s' "$1" | sed 's/\\\([0-3][0-7][0-7]\)/\\0\1/g')" ;; *) printf '%s' "$1" ;; esac; }

linux_facts() {
  name=$(sed -n 's/^PRETTY_NAME=//p' "$ROOT/etc/os-release" 2>/dev/null | sed "s/^[\"']//; s/[\"']\$//" | head -n 1)
  modules=false
  if [ -d "$ROOT/sys/bus/vmbus/drivers/hv_utils" ] || [ -d "$ROOT/sys/bus/vmbus/drivers/hv_util" ] || grep -q '^hv_utils ' "$ROOT/proc/modules" 2>/dev/null; then modules=true; fi
  sessions=0
  for session in "$ROOT"/sys/class/iscsi_session/session*; do [ -e "$session" ] && sessions=$((sessions + 1)); done
  remote=$(awk '$3 ~ /^(nfs|nfs4|cifs|smb3|smbfs|fuse\.sshfs|ceph|glusterfs|fuse\.glusterfs|9p)$/ { n++ } END { print n + 0 }' "$ROOT/proc/self/mounts")
  smb=$(awk '$3 ~ /^(cifs|smb3|smbfs)$/ { n++ } END { print n + 0 }' "$ROOT/proc/self/mounts")
  rootfs=$(awk '$2 == "/" && $3 != "rootfs" { kind = $3 } END { print kind }' "$ROOT/proc/self/mounts")
  mounts=$(linux_mounts)
  printf '"osFamily":"linux","osName":%s,"osVersion":%s,"iscsiSessions":%s,"smbDataMounts":%s,"linux":{"hvUtilsLoaded":%s,"vssDaemon":%s,"kvpDaemon":%s,"rootFs":%s,"remoteMounts":%s,"mounts":[%s]}' \
    "$([ -n "$name" ] && json "$name" || printf null)" "$(json "$(uname -r)")" "$sessions" "$smb" "$modules" \
    "$(daemon_state 'hv_vss_daemon hypervvssd' vssDaemon)" "$(daemon_state 'hv_kvp_daemon hypervkvpd' kvpDaemon)" \
    "$([ -n "$rootfs" ] && json "$rootfs" || printf null)" "$remote" "$mounts"
}

bsd_facts() {
  state=missing
  if service hv_vss_daemon status >/dev/null 2>&1; then state=running; elif [ -e /usr/sbin/hv_vss_daemon ]; then state=stopped; fi
  mount -p | awk '$3 !~ /^(devfs|procfs|fdescfs|tmpfs|linprocfs|linsysfs)$/ { print $1, $2, $3, $4 }' > "$work/mounts"
  mounts=
  while read -r source place kind options; do
    ro=false
    case ",$options," in *,ro,*) ro=true ;; esac
    mounts="$mounts${mounts:+,}{\"source\":$(json "$source"),\"target\":$(json "$place"),\"fsType\":$(json "$kind"),\"readOnly\":$ro}"
  done < "$work/mounts"
  pools=
  for pool in $(zpool list -H -o name 2>/dev/null || :); do pools="$pools${pools:+,}$(json "$pool")"; done
  printf '"osFamily":"bsd","osName":%s,"osVersion":%s,"smbDataMounts":%s,"bsd":{"vssDaemon":"%s","mounts":[%s],"zpools":[%s]}' "$(json "$(uname -sr)")" "$(json "$(uname -r)")" "$(grep -c ' smbfs ' "$work/mounts" || :)" "$state" "$mounts" "$pools"
}

# The VM's id as the host gives it through KVP pool 3; empty when it does not.
vm_id() { tr '\000' '\n' < "$1/.kvp_pool_3" 2>/dev/null | awk 'found && $0 != "" { print tolower($0); exit } $0 == "VirtualMachineId" { found = 1 }' || :; }

pools_of="$ROOT/var/lib/hyperv"
[ "$(uname -s)" = FreeBSD ] && [ -z "$ROOT" ] && pools_of=/var/db/hyperv/pool
evidence=kvp-guest
[ "$way" = kvp ] || evidence=file
if [ "$(uname -s)" = FreeBSD ] && [ -z "$ROOT" ]; then facts=$(bsd_facts); else facts=$(linux_facts); fi
printf '{"evidence":"%s","collectedAt":"%s",%s,"absent":[%s],"script":{"name":"quiesce-guest.sh","version":"%s"}}' \
  "$evidence" "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$facts" "$(cat "$work/absent")" "$VERSION" > "$work/guest.json"

if [ "$way" = print ]; then cat "$work/guest.json"; printf '\n'; exit 0; fi
if [ "$way" = file ]; then
  if [ -d "$target" ]; then
    id=$(vm_id "$pools_of")
    [ -n "$id" ] || fail 1 "The host does not tell this VM its id, so the file in $target has no name. Give --file with a whole file name, <id of the VM>.json."
    target="$target/$id.json"
  fi
  # Written beside and renamed, so that nobody reads half a file.
  cp "$work/guest.json" "$target.$$.tmp" && mv -f "$target.$$.tmp" "$target" || { rm -f "$target.$$.tmp"; fail 1 "$target cannot be written."; }
  exit 0
fi

pool="$pools_of/.kvp_pool_1"
[ -f "$pool" ] || fail 3 "$pool is not there: the KVP daemon (hypervkvpd, hv_kvp_daemon) is not installed or has not run. Use --file."
[ -w "$pool" ] || fail 3 "$pool cannot be written by this account. Run as root."
if command -v base64 >/dev/null 2>&1; then encode=base64; else encode='openssl base64'; fi
gzip -9 -c < "$work/guest.json" | $encode | tr -d '\n' > "$work/base64"
if command -v sha256sum >/dev/null 2>&1; then digest=$(sha256sum < "$work/base64"); else digest=$(sha256 -q "$work/base64" 2>/dev/null || openssl dgst -sha256 -r < "$work/base64"); fi
sha8=$(printf '%.8s' "$digest")
length=$(($(wc -c < "$work/base64")))
pieces=$(((length + PIECE - 1) / PIECE))
[ "$pieces" -le "$MOST_PIECES" ] || fail 4 "The facts fill $pieces pieces, KVP takes $MOST_PIECES. Use --file."

# Records of others stay as they are: 512 bytes of key and 2048 of value each, filled with zero bytes.
records=$(($(wc -c < "$pool") / 2560))
: > "$work/pool"
at=0
while [ "$at" -lt "$records" ]; do
  key=$(dd if="$pool" bs=512 skip=$((at * 5)) count=1 2>/dev/null | tr -d '\000')
  case $key in
    Quiesce.*) ;;
    *) dd if="$pool" bs=2560 skip="$at" count=1 2>/dev/null >> "$work/pool" ;;
  esac
  at=$((at + 1))
done
at=1
while [ "$at" -le "$pieces" ]; do
  printf 'Quiesce.%dof%d.%s' "$at" "$pieces" "$sha8" | dd bs=512 count=1 conv=sync 2>/dev/null >> "$work/pool"
  dd if="$work/base64" bs="$PIECE" skip=$((at - 1)) count=1 2>/dev/null | dd bs=2048 count=1 conv=sync 2>/dev/null >> "$work/pool"
  at=$((at + 1))
done
# In place and in one write per block, to keep owner, mode and SELinux label; a torn read is seen by sha8.
cat "$work/pool" > "$pool"
printf 'quiesce-guest: %s pieces, %s bytes, published through KVP.\n' "$pieces" "$length"
