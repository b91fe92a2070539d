function Read-HostVolumes {
    # Volumes of this host with the bus below, deduplication and Storage Replica. Get-Volume is there since 2012.
    param([Parameter(Mandatory)] [hashtable] $Run)

    $section = Open-Section -Run $Run -Name 'volumes'
    $Run.Host['volumes'] = $null
    $volumes = Invoke-Source -Run $Run -Reader 'Read-Storage' -With @{ What = 'Volume' }
    Add-SectionErrors -Section $section -Result $volumes -Incomplete -All
    if ($volumes.Failed) {
        Add-AbsentOf -To $Run.HostAbsent -Fact 'volumes' -Result $volumes
        $section.Complete = $false
        Close-Section $section
        return
    }
    $partitions = Invoke-Source -Run $Run -Reader 'Read-Storage' -With @{ What = 'Partition' }
    $disks = Invoke-Source -Run $Run -Reader 'Read-Storage' -With @{ What = 'Disk' }
    $dedup = Invoke-Source -Run $Run -Reader 'Read-Storage' -With @{ What = 'DedupVolume' }
    $replica = Invoke-Source -Run $Run -Reader 'Read-Storage' -With @{ What = 'ReplicaGroup' }
    foreach ($result in $partitions, $disks, $dedup, $replica) { Add-SectionErrors -Section $section -Result $result }

    $buses = @{}
    foreach ($disk in $disks.Rows) { $buses["$(Get-Value $disk 'Number')"] = ConvertTo-Word (Get-Value $disk 'BusType') }
    $places = @{}
    foreach ($partition in $partitions.Rows) {
        $folders = @(foreach ($folder in @(Get-Value $partition 'AccessPaths')) { if ($folder) { "$folder" } })
        foreach ($folder in $folders) {
            if ($folder -like '\\?\Volume{*') { $places[$folder.ToLowerInvariant()] = @{ Bus = $buses["$(Get-Value $partition 'DiskNumber')"]; Folders = @($folders -notlike '\\?\*') } }
        }
    }
    $deduplicated = @{}
    foreach ($entry in $dedup.Rows) { foreach ($key in 'Volume', 'VolumeId') { $deduplicated["$(Get-Value $entry $key)".TrimEnd('\').ToLowerInvariant()] = [bool] (Get-Value $entry 'Enabled') } }
    $replicated = @{}
    foreach ($group in $replica.Rows) {
        $role = if (Get-Value $group 'IsPrimary') { 'source' } else { 'destination' }
        foreach ($copy in @(Get-Value $group 'Replicas')) {
            $data = if ($null -ne (Get-Value $copy 'DataVolume')) { Get-Value $copy 'DataVolume' } else { $copy }
            $replicated["$data".TrimEnd('\').ToLowerInvariant()] = $role
        }
    }
    $tables = @{ Places = $places; Dedup = $deduplicated; DedupFailed = $dedup; Replica = $replicated; ReplicaFailed = $replica }
    foreach ($volume in $volumes.Rows) { if ($Run.Volumes.Count -lt 2000) { $Run.Volumes.Add((ConvertTo-VolumeFacts -Run $Run -Volume $volume -Tables $tables)) } }
    Add-CsvVolumes -Run $Run
    for ($at = 0; $at -lt $Run.Volumes.Count; $at++) {
        foreach ($fact in 'isDedup', 'storageReplica') {
            if ($null -eq $Run.Volumes[$at][$fact]) { Add-AbsentOf -To $Run.HostAbsent -Fact "volumes[$at].$fact" -Result $(if ($fact -eq 'isDedup') { $dedup } else { $replica }) }
        }
    }
    $Run.Host['volumes'] = $Run.Volumes
    $section.Rows = $Run.Volumes.Count
    Close-Section $section
}
