function ConvertTo-VolumeFacts {
    # One row of Get-Volume as facts. The path is the drive, else the first mount folder, else the volume's GUID path.
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] $Volume, [Parameter(Mandatory)] [hashtable] $Tables)

    $id = Limit-Text (Get-Value $Volume 'Path') 1000
    if ($null -eq $id) { $id = Limit-Text (Get-Value $Volume 'UniqueId') 1000 }
    $place = if ($null -ne $id) { $Tables.Places[$id.ToLowerInvariant()] } else { $null }
    $letter = "$(Get-Value $Volume 'DriveLetter')".Trim([char] 0, ' ')
    $root = if ($letter -match '^[A-Za-z]$') { "$($letter.ToUpperInvariant()):\" } elseif ($null -ne $place -and $place.Folders.Count -gt 0) { $place.Folders[0] } else { $id }
    $system = ConvertTo-Word (Get-Value $Volume 'FileSystem')
    $detail = ConvertTo-Word (Get-Value $Volume 'FileSystemType')
    if ($null -eq $system -and $null -ne $detail) { $system = $detail }
    if ("$system" -like 'CSVFS_*') { $detail = $system; $system = 'CSVFS' }
    if ("$detail" -like 'CSVFS_*') { $system = 'CSVFS' }
    $keys = @("$root".TrimEnd('\').ToLowerInvariant(), "$id".TrimEnd('\').ToLowerInvariant())
    $deduplicated = if ($Tables.DedupFailed.Failed -and $Tables.DedupFailed.Errors[0].Reason -ne 'not-supported') { $null } else { $false }
    if ($system -eq 'ReFS' -and $Run.Build -ge 26100 -and $letter -match '^[A-Za-z]$') {
        $status = Invoke-Source -Run $Run -Reader 'Read-Storage' -With @{ What = 'RefsDedup'; Volume = "${letter}:" }
        if ($status.Rows.Count -gt 0) { $deduplicated = [bool] (Get-Value $status.Rows[0] 'Enabled') }
    }
    $role = if ($Tables.ReplicaFailed.Failed -and $Tables.ReplicaFailed.Errors[0].Reason -ne 'not-supported') { $null } else { 'none' }
    foreach ($key in $keys) {
        if ($Tables.Dedup.ContainsKey($key)) { $deduplicated = $Tables.Dedup[$key] }
        if ($Tables.Replica.ContainsKey($key)) { $role = $Tables.Replica[$key] }
    }
    return [ordered]@{
        path = Limit-Text $root 1000; uniqueId = $id; fileSystem = $system; fileSystemDetail = $detail
        capacityBytes = ConvertTo-Whole (Get-Value $Volume 'Size'); freeBytes = ConvertTo-Whole (Get-Value $Volume 'SizeRemaining')
        isCsv = $system -eq 'CSVFS'
        isDedup = $deduplicated; blockSize = ConvertTo-Whole (Get-Value $Volume 'AllocationUnitSize')
        driveType = ConvertTo-Word (Get-Value $Volume 'DriveType') @{ '2' = 'Removable'; '3' = 'Fixed'; '4' = 'Remote'; '5' = 'CD-ROM' }
        busType = $(if ($null -ne $place) { $place.Bus } else { $null }); storageReplica = $role
    }
}
