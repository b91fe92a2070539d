function ConvertTo-GuestVolumes {
    # Fixed volumes of a Windows guest, each with the role of its partition by GPT GUID or MBR type, whether it lies on a
    # dynamic disk, its shadow storage and BitLocker state. Null when volumes could not be read.
    param([Parameter(Mandatory)] $Raw, [Parameter(Mandatory)] [AllowEmptyCollection()] [Collections.IList] $Absent)

    $rows = @(foreach ($row in Get-GuestRows $Raw 'Volume') { if ("$($row['DriveType'])" -eq '3') { $row } })
    if ($rows.Count -eq 0) { return $null }
    $partitions = @{}
    foreach ($partition in Get-GuestRows $Raw 'Partition') { foreach ($path in @($partition['AccessPaths'])) { if ("$path" -like '\\?\Volume{*') { $partitions["$path".ToLowerInvariant()] = $partition } } }
    $buses = @{}
    foreach ($disk in Get-GuestRows $Raw 'Disk') { $buses["$($disk['Number'])"] = Get-BusName $disk['BusType'] }
    $dynamic = Test-DynamicDisk -Raw $Raw
    $mounts = @{}
    foreach ($mount in Get-GuestRows $Raw 'MountPoint') {
        $volume = ConvertTo-GuidText $mount['Volume']
        if ($null -eq $volume -or "$($mount['Directory'])" -notmatch 'Name\s*=\s*"(?<path>[^"]+)"') { continue }
        if (-not $mounts.ContainsKey($volume)) { $mounts[$volume] = [Collections.Generic.List[string]]::new() }
        $mounts[$volume].Add($Matches['path'].Replace('\\', '\'))
    }
    $storage = @{}
    foreach ($area in Get-GuestRows $Raw 'ShadowStorage') { $storage["$(ConvertTo-GuidText $area['Volume'])"] = $area }
    $copies = @{}
    foreach ($copy in Get-GuestRows $Raw 'ShadowCopy') { $id = "$(ConvertTo-GuidText $copy['VolumeName'])"; $copies[$id] = 1 + [int] $copies[$id] }
    $locks = @{}
    foreach ($lock in Get-GuestRows $Raw 'BitLocker') { $locks["$(ConvertTo-GuidText $lock['DeviceID'])"] = "$($lock['ProtectionStatus'])" }

    $list = [Collections.Generic.List[object]]::new()
    foreach ($row in $rows) {
        if ($list.Count -ge 1000) { break }
        $device = Limit-Text $row['DeviceID'] 1024
        $id = "$(ConvertTo-GuidText $device)"
        $partition = $partitions["$device".ToLowerInvariant()]
        $at = $list.Count
        $area = $storage[$id]
        $facts = [ordered]@{
            deviceId = $device; driveLetter = $(if ($row['DriveLetter']) { Limit-Text $row['DriveLetter'] 64 } else { '' }); mountPaths = @(foreach ($folder in $mounts[$id]) { $folder })
            fileSystem = Limit-Text $row['FileSystem'] 64; capacityBytes = ConvertTo-Whole $row['Capacity']; freeBytes = ConvertTo-Whole $row['FreeSpace']
            partitionRole = Get-PartitionRole -Partition $partition -Volume $row
            isDynamic = $(if ($null -ne $partition) { Test-LdmPartition $partition } else { $dynamic })
            busType = $(if ($null -ne $partition) { $buses["$($partition['DiskNumber'])"] } else { $null })
            bitlocker = 'off'; diffAreaVolume = 'none'; diffAreaMaxBytes = 0; shadowCopies = [int] $copies[$id]
        }
        if ($locks.ContainsKey($id)) { $facts['bitlocker'] = switch ($locks[$id]) { '0' { 'off' } '1' { 'unlocked' } '2' { 'locked' } default { 'unknown' } } }
        if ($null -ne $area) {
            $facts['diffAreaVolume'] = if ("$(ConvertTo-GuidText $area['DiffVolume'])" -eq $id) { 'same' } else { 'other' }
            $most = ConvertTo-Whole $area['MaxSpace']
            $facts['diffAreaMaxBytes'] = if ($null -eq $most) { 0 } else { $most }
        }
        if ($null -eq $facts['isDynamic']) { Add-Absent -To $Absent -Fact "guest.volumes[$at].isDynamic" -Reason 'not-supported' -Text 'This Windows does not tell the type of the partition by number' }
        foreach ($pair in @(@('ShadowStorage', 'diffAreaVolume'), @('ShadowStorage', 'diffAreaMaxBytes'), @('ShadowCopy', 'shadowCopies'), @('MountPoint', 'mountPaths'), @('BitLocker', 'bitlocker'))) {
            $reason = Get-GuestFault -Raw $Raw -Part $pair[0]
            # A Windows without the class of BitLocker has no BitLocker.
            if ($null -eq $reason -or ($pair[0] -eq 'BitLocker' -and $reason -eq 'not-supported')) { continue }
            $facts[$pair[1]] = $null
            Add-Absent -To $Absent -Fact "guest.volumes[$at].$($pair[1])" -Reason $reason -Text $Raw[$pair[0]]['Fault']
        }
        $list.Add($facts)
    }
    return , $list
}
