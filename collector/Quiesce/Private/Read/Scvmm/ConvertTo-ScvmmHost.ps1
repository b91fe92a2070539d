function ConvertTo-ScvmmHost {
    # One host of Get-SCVMHost as a record of the document. What VMM remembers of a host that does not answer is not taken
    # for facts.
    param([Parameter(Mandatory)] $Row)

    $absent = [Collections.Generic.List[object]]::new()
    $address = Limit-Text (Get-Value $Row 'Name') 512
    if ($null -eq $address) { $address = Limit-Text (Get-Value $Row 'FullyQualifiedDomainName') 512 }
    if ($null -eq $address) { return $null }
    $facts = [ordered]@{ name = ($address -split '\.')[0]; fqdn = $(if ($address.Contains('.')) { $address.ToLowerInvariant() } else { $null }); hardwareUuid = ConvertTo-GuidText (Get-Value $Row 'SMBiosGUID') }
    $record = @{ Facts = $facts; Absent = $absent; Sections = [ordered]@{}; Vms = [ordered]@{}; Local = $false; Address = $address.ToLowerInvariant(); Volumes = @{}; Answers = $true; ClusterName = $null }
    $state = "$(Get-Value $Row 'CommunicationStateString')"
    if ($state -eq '') { $state = "$(Get-Value $Row 'CommunicationState')" }
    if ($state -ne '' -and $state -ne 'Responding') {
        $record.Answers = $false
        Add-Absent -To $absent -Fact '*' -Reason 'unreachable' -Text "Virtual Machine Manager says $state."
        return $record
    }
    $system = Get-Value $Row 'OperatingSystem'
    $caption = if ($null -ne (Get-Value $system 'Name')) { "$(Get-Value $system 'Name')" } else { "$system" }
    $version = "$(Get-Value $Row 'OperatingSystemVersion')"
    $facts['osCaption'] = Limit-Text $caption 512
    $facts['osVersion'] = if ($version -match '^(\d+\.\d+\.\d+)') { $Matches[1] } else { $null }
    $facts['productType'] = if ($caption -match '\b(Windows|Hyper-V) Server\b') { 3 } else { $null }
    $cluster = Get-Value $Row 'HostCluster'
    $named = if ($null -ne (Get-Value $cluster 'ClusterName')) { "$(Get-Value $cluster 'ClusterName')" } elseif ($null -ne (Get-Value $cluster 'Name')) { "$(Get-Value $cluster 'Name')" } else { "$cluster" }
    $facts['isClusterNode'] = $named -ne ''
    $facts['clusterName'] = if ($named -ne '') { Limit-Text ($named -split '\.')[0] 512 } else { $null }
    $record.ClusterName = $facts['clusterName']
    if ($named -eq '') { foreach ($fact in 'clusterName', 'clusterId') { Add-Absent -To $absent -Fact $fact -Reason 'not-applicable' } }
    $volumes = [Collections.Generic.List[object]]::new()
    foreach ($volume in @(Get-Value $Row 'DiskVolumes')) {
        if ($null -eq $volume -or $volumes.Count -ge 2000) { continue }
        $unique = Limit-Text (Get-Value $volume 'ObjectID') 1000
        $id = ConvertTo-GuidText (Get-Value $volume 'ID')
        if ($null -ne $id) { $record.Volumes[$id] = $unique }
        $capacity = ConvertTo-Whole (Get-Value $volume 'Capacity')
        $shared = Get-Value $volume 'IsClusterSharedVolume'
        $volumes.Add([ordered]@{ path = Limit-Text (Get-Value $volume 'Name') 1000; uniqueId = $unique; fileSystem = ConvertTo-Word (Get-Value $volume 'FileSystem'); capacityBytes = $(if ($capacity) { $capacity } else { $null }); freeBytes = $(if ($capacity) { ConvertTo-Whole (Get-Value $volume 'FreeSpace') } else { $null }); isCsv = $(if ($null -eq $shared) { $null } else { [bool] $shared }) })
    }
    $facts['volumes'] = $volumes
    return $record
}
