function Read-OrphanFiles {
    # Differencing and change tracking files in the VMs' folders that no chain refers to. .mrt and .rct belong to the disk
    # of the same name. A folder that holds files of several VMs is told to each of them. All folders of one volume are
    # listed in one call.
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [hashtable] $Section, [Parameter(Mandatory)] [Collections.IDictionary] $Folder, [Parameter(Mandatory)] [hashtable] $Used)

    $found = @{}
    $failed = @{}
    $volumes = [ordered]@{}
    foreach ($key in $Folder.Keys) {
        $volume = Get-HostVolume -Run $Run -Path "$($Folder[$key])\"
        $root = if ($null -ne $volume) { "$($volume['path'])" } else { '' }
        if (-not $volumes.Contains($root)) { $volumes[$root] = [Collections.Generic.List[string]]::new() }
        $volumes[$root].Add($Folder[$key])
    }
    foreach ($root in $volumes.Keys) {
        $result = Invoke-Source -Run $Run -Reader 'Read-Folders' -With @{ Path = $volumes[$root]; Extension = @('.avhd', '.avhdx', '.mrt', '.rct') }
        Add-SectionErrors -Section $Section -Result $result
        $answered = @{}
        foreach ($row in $result.Rows) {
            $key = "$($row['Folder'])".ToLowerInvariant()
            $answered[$key] = $true
            if ($null -ne $row['Fault']) {
                $failed[$key] = @{ Label = $result.Label; Errors = @(Get-ErrorReason -Run $Run -Record $row['Fault'] -Reader 'Read-Files' -Label 'Read-Folders'); Rows = @(); Failed = $true }
                Add-SectionErrors -Section $Section -Result $failed[$key]
                continue
            }
            foreach ($file in $row['Files']) {
                $owner = "$file" -replace '(?i)\.(mrt|rct)$', ''
                if ($Used.ContainsKey("$file".ToLowerInvariant()) -or $Used.ContainsKey($owner.ToLowerInvariant())) { continue }
                if (-not $found.ContainsKey($key)) { $found[$key] = [Collections.Generic.List[string]]::new() }
                if ($found[$key].Count -lt 1000) { $found[$key].Add("$file") }
            }
        }
        foreach ($one in $volumes[$root]) { if (-not $answered.ContainsKey($one.ToLowerInvariant())) { $failed[$one.ToLowerInvariant()] = $result } }
    }
    foreach ($vm in $Run.Vms.Values) { Set-OrphanFiles -Vm $vm -Found $found -Failed $failed }
}
