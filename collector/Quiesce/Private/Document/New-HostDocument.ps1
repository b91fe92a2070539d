function New-HostDocument {
    # One host of the document with its VMs and its manifest: what was attempted, how complete, what failed.
    param([Parameter(Mandatory)] [hashtable] $Record, $InstallId, [Parameter(Mandatory)] [string] $At)

    $made = [ordered]@{ installId = $InstallId; name = $Record.Facts['name']; observedAt = $At }
    foreach ($key in $Record.Facts.Keys) { if ($key -ne 'name') { $made[$key] = $Record.Facts[$key] } }
    $made['attempted'] = @(foreach ($section in $Record.Sections.Values) {
            [ordered]@{ section = $section.Name; complete = $section.Complete; rows = $section.Rows; durationMs = [Math]::Max(0L, $section.Ms); errors = $section.Errors }
        })
    $made['absent'] = $Record.Absent
    $vms = [Collections.Generic.List[object]]::new()
    foreach ($vm in $Record.Vms.Values) {
        $facts = $vm.Facts
        $facts['absent'] = $vm.Absent
        $vms.Add($facts)
    }
    $made['vms'] = $vms
    return $made
}
