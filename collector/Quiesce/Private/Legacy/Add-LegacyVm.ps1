function Add-LegacyVm {
    # One VM out of WMI as facts. What these Windows versions do not have is told as not applicable.
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [string] $Id, [Parameter(Mandatory)] $System, $Setting, $Folder)

    $states = @{
        '2' = 'Running'; '3' = 'Off'; '4' = 'Stopping'; '6' = 'Saved'; '9' = 'Paused'; '10' = 'Starting'; '11' = 'Reset'
        '32768' = 'Paused'; '32769' = 'Saved'; '32770' = 'Starting'; '32773' = 'Saving'; '32774' = 'Stopping'; '32776' = 'Pausing'; '32777' = 'Resuming'
    }
    $words = @{
        '2' = 'Ok'; '3' = 'Degraded'; '5' = 'PredictiveFailure'; '10' = 'Stopped'; '11' = 'InService'; '15' = 'Dormant'; '16' = 'SupportingEntityInError'
        '32768' = 'CreatingSnapshot'; '32769' = 'ApplyingSnapshot'; '32770' = 'DeletingSnapshot'; '32771' = 'WaitingToStart'; '32772' = 'MergingDisks'; '32773' = 'ExportingVirtualMachine'; '32774' = 'MigratingVirtualMachine'
        '32776' = 'BackingUpVirtualMachine'; '32777' = 'ModifyingUpVirtualMachine'; '32778' = 'StorageMigrationPhaseOne'; '32779' = 'StorageMigrationPhaseTwo'
    }
    $absent = [Collections.Generic.List[object]]::new()
    $raw = ConvertTo-Whole (Get-Value $System 'EnabledState')
    $state = ConvertTo-Word $raw $states
    $running = $state -eq 'Running'
    $status = @(Get-Value $System 'OperationalStatus')
    $time = Get-Value $System 'LastSuccessfulBackupTime'
    $old = $Run.Space -eq 'root/virtualization'
    $facts = [ordered]@{
        id = $Id; name = "$(Get-Value $System 'ElementName')"; observedAt = $null; generation = 1
        version = $(if ($null -ne $Setting) { Limit-Text (Get-Value $Setting 'Version') 64 } else { $null }); isClustered = $null
        state = $state; stateRaw = $raw; operational = @(if ($null -ne $status[0]) { ConvertTo-Word $status[0] $words })
        secondaryOperational = $(if ($status.Count -gt 1) { ConvertTo-Word $status[1] $words } else { $null }); operationSince = $null
        healthState = ConvertTo-Word (Get-Value $System 'HealthState') @{ '5' = 'Ok'; '20' = 'MajorFailure'; '25' = 'CriticalFailure' }
        uptimeSeconds = $null; heartbeat = $null; lastSuccessfulBackupTime = $null; incrementalBackupEnabled = $null
    }
    $up = ConvertTo-Whole (Get-Value $System 'OnTimeInMilliseconds')
    if ($null -ne $up) { $facts['uptimeSeconds'] = [long] [Math]::Floor($up / 1000) }
    if ($time -is [DateTime] -and $time.Year -gt 1601) { $facts['lastSuccessfulBackupTime'] = Format-Instant $time }
    else { Add-Absent -To $absent -Fact 'lastSuccessfulBackupTime' -Reason $(if ($old) { 'not-supported' } else { 'empty' }) }
    if ($facts['name'].Length -gt 512) { $facts['name'] = $facts['name'].Substring(0, 512) }
    if ($null -eq $facts['version']) { Add-Absent -To $absent -Fact 'version' -Reason $(if ($old) { 'not-supported' } else { 'error' }) }
    if ($null -eq $facts['secondaryOperational']) { Add-Absent -To $absent -Fact 'secondaryOperational' -Reason 'empty' }
    if (-not $Run.IsClusterNode -and $null -ne $Run.Host['isClusterNode']) { $facts['isClustered'] = $false }
    else { Add-Absent -To $absent -Fact 'isClustered' -Reason 'not-collected' -Text 'Cluster roles are read on the node itself.' }
    $location = if ($null -ne $Folder) { Limit-Text $Folder.Config 1024 } else { $null }
    $snapshots = if ($null -ne $Folder) { Limit-Text $Folder.Snapshots 1024 } else { $null }
    $facts['snapshotFileLocation'] = $(if ($null -ne $snapshots) { $snapshots } else { $location })
    $facts['configLocation'] = $location
    foreach ($fact in 'acl', 'orphanFiles', 'memoryAssignedBytes', 'processorCount', 'vssComponent') { $facts[$fact] = $null; Add-Absent -To $absent -Fact $fact -Reason 'not-collected' -Text 'It is not read over WMI.' }
    Add-Absent -To $absent -Fact 'operationSince' -Reason $(if ($null -eq $facts['secondaryOperational']) { 'not-applicable' } else { 'not-collected' })
    foreach ($fact in 'vmGroups', 'checkpointType', 'automaticCheckpoints', 'security', 'assignableDevices', 'gpuPartitions', 'lastReferencePoint', 'incrementalBackupEnabled') { $facts[$fact] = $null; Add-Absent -To $absent -Fact $fact -Reason 'not-applicable' }
    Set-LegacyReplica -Facts $facts -Absent $absent -System $System -Old $old
    foreach ($later in 'product', 'controllers', 'fibreChannelHbas', 'integration', 'icVersionHostView', 'disks', 'checkpoints', 'guest') { $facts[$later] = $null }
    Set-VmProduct -Run $Run -Facts $facts -Absent $absent
    $Run.Vms[$Id] = @{ Id = $Id; Facts = $facts; Absent = $absent; Live = $null; Running = $running }
}
