function Set-OrphanFiles {
    # The leftover files in one VM's folders, or why they cannot be told.
    param([Parameter(Mandatory)] [hashtable] $Vm, [Parameter(Mandatory)] [AllowEmptyCollection()] [hashtable] $Found, [Parameter(Mandatory)] [AllowEmptyCollection()] [hashtable] $Failed)

    if ($null -eq $Vm.Facts['disks']) { Add-Absent -To $Vm.Absent -Fact 'orphanFiles' -Reason 'not-collected' -Text 'The disks were not read.'; return }
    $orphans = [Collections.Generic.List[string]]::new()
    $cause = $null
    $incomplete = $false
    foreach ($disk in $Vm.Facts['disks']) { if ($disk['chainError'] -eq 'not-read') { $incomplete = $true } }
    foreach ($key in $Vm.Folders.Keys) {
        if ($Failed.ContainsKey($key)) { $cause = $Failed[$key] }
        if ($Found.ContainsKey($key)) { foreach ($file in $Found[$key]) { if ($orphans.Count -lt 1000) { $orphans.Add($file) } } }
    }
    if ($null -ne $cause) { Add-AbsentOf -To $Vm.Absent -Fact 'orphanFiles' -Result $cause }
    elseif ($incomplete -and $orphans.Count -gt 0) { Add-Absent -To $Vm.Absent -Fact 'orphanFiles' -Reason 'ambiguous' -Text 'A chain was not read, so files of it cannot be told from leftovers.' }
    else { $Vm.Facts['orphanFiles'] = $orphans }
}
