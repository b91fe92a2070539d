function Read-ClusterVolumes {
    # Cluster Shared Volumes, and the state that each node sees with the reasons of redirected access (2012 R2 and later).
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [hashtable] $Section)

    $volumes = Invoke-Source -Run $Run -Reader 'Read-Cluster' -With @{ What = 'SharedVolume' }
    Add-SectionErrors -Section $Section -Result $volumes -All
    if ($volumes.Failed) { Add-AbsentOf -To $Run.ClusterAbsent -Fact 'csvs' -Result $volumes; return }
    $perNode = @{}
    $states = Invoke-Source -Run $Run -Reader 'Read-Cluster' -With @{ What = 'SharedVolumeState' }
    Add-SectionErrors -Section $Section -Result $states
    $words = @{ '0' = 'Unavailable'; '1' = 'Paused'; '2' = 'Direct'; '3' = 'FileSystemRedirected'; '4' = 'BlockRedirected' }
    $files = @{ 1 = 'UserRequest'; 2 = 'IncompatibleFileSystemFilter'; 4 = 'IncompatibleVolumeFilter'; 8 = 'FileSystemTiering'; 16 = 'BitLockerInitializing'; 32 = 'FileSystemReFs' }
    $blocks = @{ 1 = 'NoDiskConnectivity'; 2 = 'StorageSpaceNotAttached'; 4 = 'VolumeReplicationEnabled' }
    foreach ($state in $states.Rows) {
        $key = "$(Get-Value $state 'VolumeName')".ToLowerInvariant()
        if ($key -eq '') { $key = "$(Get-Value $state 'Name')".ToLowerInvariant() }
        if (-not $perNode.ContainsKey($key)) { $perNode[$key] = [Collections.Generic.List[object]]::new() }
        $node = Limit-Text (Get-Value $state 'Node') 512
        if ($null -eq $node -or $perNode[$key].Count -ge 128) { continue }
        $perNode[$key].Add([ordered]@{
                node = $node; stateInfo = ConvertTo-Word (Get-Value $state 'StateInfo') $words
                fsRedirectReason = @(Split-Flags (Get-Value $state 'FileSystemRedirectedIOReason') $files 'NotFileSystemRedirected')
                blockRedirectReason = @(Split-Flags (Get-Value $state 'BlockRedirectedIOReason') $blocks 'NotBlockRedirected')
            })
    }
    $faults = @{ 1 = 'NoDirectIO'; 2 = 'NoAccess'; 4 = 'InMaintenance'; 8 = 'Dismounted' }
    $list = [Collections.Generic.List[object]]::new()
    foreach ($volume in $volumes.Rows) {
        foreach ($info in @(Get-Value $volume 'SharedVolumeInfo')) {
            if ($list.Count -ge 1000) { break }
            $part = Get-Value $info 'Partition'
            $id = Limit-Text (Get-Value $part 'Name') 1000
            $owner = Get-Value $volume 'OwnerNode'
            $ownerName = if ($null -ne (Get-Value $owner 'Name')) { Get-Value $owner 'Name' } else { "$owner" }
            $backup = "$(Get-Value $info 'BackupState')"
            $nodes = $perNode["$id".ToLowerInvariant()]
            if ($null -eq $nodes) { $nodes = $perNode["$(Get-Value $volume 'Name')".ToLowerInvariant()] }
            $at = $list.Count
            if ($null -eq $nodes) {
                if ($states.Failed) { Add-AbsentOf -To $Run.ClusterAbsent -Fact "csvs[$at].perNode" -Result $states }
                else { Add-Absent -To $Run.ClusterAbsent -Fact "csvs[$at].perNode" -Reason 'empty' }
            }
            $path = Limit-Text (Get-Value $info 'FriendlyVolumeName') 1000
            $fault = Get-Value $info 'FaultState'
            $list.Add([ordered]@{
                    name = Limit-Text (Get-Value $volume 'Name') 512; volumePath = $path; volumeId = $id; ownerNode = Limit-Text $ownerName 512
                    state = ConvertTo-Word (Get-Value $volume 'State') @{ '2' = 'Online'; '3' = 'Offline'; '4' = 'Failed'; '129' = 'OnlinePending'; '130' = 'OfflinePending' }
                    faultState = $(if ($null -eq $fault) { $null } else { , @(Split-Flags $fault $faults 'NoFaults', 'NoFault', 'None') })
                    backupState = $(if ($backup -match 'InProgress$|^1$') { 'InProgress' } elseif ($backup -match 'None$|^0$|^NoBackup$') { 'None' } else { Limit-Text $backup 64 })
                    maintenanceMode = Get-Value $info 'MaintenanceMode'; redirectedAccess = Get-Value $info 'RedirectedAccess'
                    perNode = $nodes
                })
            $Run.CsvExtras["$path"] = @{ Size = ConvertTo-Whole (Get-Value $part 'Size'); Free = ConvertTo-Whole (Get-Value $part 'FreeSpace'); FileSystem = ConvertTo-Word (Get-Value $part 'FileSystem') }
        }
    }
    $Run.Cluster['csvs'] = $list
}
