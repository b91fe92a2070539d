function Get-AccessLevel {
    # What an SDDL text grants a SID of a VM: 'full', 'some' or 'none'; 'group' where only the group of all VMs
    # (S-1-5-83-0, NT VIRTUAL MACHINE\Virtual Machines) has rights. A deny entry for either makes 'none'.
    param([string] $Sddl, [string] $Sid)

    $level = 'none'
    $group = $false
    foreach ($entry in [regex]::Matches($Sddl, '\((?<kind>[A-Z]+);(?<flags>[A-Z]*);(?<rights>[^;]*);[^;]*;[^;]*;(?<who>[^;)]+)')) {
        $who = $entry.Groups['who'].Value
        if ($who -ne $Sid -and $who -ne 'S-1-5-83-0') { continue }
        if ($entry.Groups['kind'].Value -eq 'D') { return 'none' }
        if ($entry.Groups['kind'].Value -ne 'A' -or $entry.Groups['flags'].Value -match 'IO') { continue }
        if ($who -ne $Sid) { $group = $true; continue }
        $rights = $entry.Groups['rights'].Value
        if ($rights -eq 'FA' -or $rights -eq 'GA' -or $rights -match '^(?i)0x1f01ff$') { return 'full' }
        $level = 'some'
    }
    if ($level -eq 'none' -and $group) { return 'group' }
    return $level
}
