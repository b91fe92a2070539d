function Get-AccessLevel {
    # What an SDDL text grants a SID: 'full', 'some' or 'none'. A deny entry for it makes 'none'.
    param([string] $Sddl, [string] $Sid)

    $level = 'none'
    foreach ($entry in [regex]::Matches($Sddl, '\((?<kind>[A-Z]+);(?<flags>[A-Z]*);(?<rights>[^;]*);[^;]*;[^;]*;(?<who>[^;)]+)')) {
        if ($entry.Groups['who'].Value -ne $Sid) { continue }
        if ($entry.Groups['kind'].Value -eq 'D') { return 'none' }
        if ($entry.Groups['kind'].Value -ne 'A' -or $entry.Groups['flags'].Value -match 'IO') { continue }
        $rights = $entry.Groups['rights'].Value
        if ($rights -eq 'FA' -or $rights -eq 'GA' -or $rights -match '^(?i)0x1f01ff$') { return 'full' }
        $level = 'some'
    }
    return $level
}
