function ConvertFrom-GuestText {
    # What a guest wrote about itself, as facts of the shape, marked with the way it came and never with what it claims
    # itself. Reasons of absent facts are taken over where they are of the known kind. Throws a FormatException.
    param([Parameter(Mandatory)] [string] $Text, [Parameter(Mandatory)] [string] $Evidence)

    $raw = ConvertFrom-QuiesceJson -Text $Text -MostValues 25000
    if ($raw -isnot [Collections.IDictionary]) { throw [FormatException]::new('One JSON object is expected.') }
    $facts = Select-GuestValue $raw (Get-GuestShape)
    $facts['evidence'] = $Evidence
    if ($facts.Contains('services') -and $null -ne $facts['services']) { [void] $facts['services'].RemoveAll({ param($service) $null -eq $service['name'] }) }
    if ($facts.Contains('guestCluster') -and $null -ne $facts['guestCluster'] -and ($null -eq $facts['guestCluster']['member'] -or $null -eq $facts['guestCluster']['csv'])) { $facts['guestCluster'] = $null }
    $absent = [Collections.Generic.List[object]]::new()
    $known = 'empty', 'not-applicable', 'not-collected', 'permission-denied', 'unreachable', 'not-supported', 'timed-out', 'error'
    if ($raw.Contains('absent') -and $raw['absent'] -is [Collections.Generic.List[object]]) {
        foreach ($note in $raw['absent']) {
            if ($note -isnot [Collections.IDictionary] -or "$($note['fact'])" -cnotmatch '^[A-Za-z][A-Za-z0-9.\[\]]{0,200}$' -or $known -notcontains "$($note['reason'])" -or $absent.Count -ge 200) { continue }
            Add-Absent -To $absent -Fact "guest.$($note['fact'])" -Reason "$($note['reason'])" -Text $note['text']
        }
    }
    return @{ Facts = $facts; Absent = $absent }
}
