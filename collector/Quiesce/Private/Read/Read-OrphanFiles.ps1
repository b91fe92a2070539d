function Read-OrphanFiles {
    # Differencing and change tracking files in the VMs' folders that no chain refers to. .mrt and .rct belong to the disk
    # of the same name. A folder that holds files of several VMs is told to each of them.
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [hashtable] $Section, [Parameter(Mandatory)] [Collections.IDictionary] $Folder, [Parameter(Mandatory)] [hashtable] $Used)

    $found = @{}
    $failed = @{}
    foreach ($key in $Folder.Keys) {
        $result = Invoke-Source -Run $Run -Reader 'Read-Files' -With @{ Path = $Folder[$key]; Extension = @('.avhd', '.avhdx', '.mrt', '.rct') } -Label 'Read-Files'
        if ($result.Failed) {
            $missing = $false
            foreach ($cause in $result.Errors) { if ($null -ne $cause.Record -and ($cause.Record.Exception -is [IO.DirectoryNotFoundException] -or $cause.Record.Exception.InnerException -is [IO.DirectoryNotFoundException])) { $missing = $true } }
            if ($missing) { continue }
            $failed[$key] = $result
            Add-SectionErrors -Section $Section -Result $result
            continue
        }
        foreach ($file in $result.Rows) {
            $owner = "$file" -replace '(?i)\.(mrt|rct)$', ''
            if ($Used.ContainsKey("$file".ToLowerInvariant()) -or $Used.ContainsKey($owner.ToLowerInvariant())) { continue }
            if (-not $found.ContainsKey($key)) { $found[$key] = [Collections.Generic.List[string]]::new() }
            if ($found[$key].Count -lt 1000) { $found[$key].Add("$file") }
        }
    }
    foreach ($vm in $Run.Vms.Values) {
        $orphans = [Collections.Generic.List[string]]::new()
        $cause = $null
        if ($null -eq $vm.Facts['disks']) { Add-Absent -To $vm.Absent -Fact 'orphanFiles' -Reason 'not-collected' -Text 'The disks were not read.'; continue }
        $incomplete = $false
        foreach ($disk in $vm.Facts['disks']) { if ($disk['chainError'] -eq 'not-read') { $incomplete = $true } }
        foreach ($key in $vm.Folders.Keys) {
            if ($failed.ContainsKey($key)) { $cause = $failed[$key] }
            if ($found.ContainsKey($key)) { foreach ($file in $found[$key]) { if ($orphans.Count -lt 1000) { $orphans.Add($file) } } }
        }
        if ($null -ne $cause) { Add-AbsentOf -To $vm.Absent -Fact 'orphanFiles' -Result $cause }
        elseif ($incomplete -and $orphans.Count -gt 0) { Add-Absent -To $vm.Absent -Fact 'orphanFiles' -Reason 'ambiguous' -Text 'A chain was not read, so files of it cannot be told from leftovers.' }
        else { $vm.Facts['orphanFiles'] = $orphans }
    }
}
