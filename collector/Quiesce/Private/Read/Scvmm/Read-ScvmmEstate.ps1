function Read-ScvmmEstate {
    # Hosts, clusters and VMs of a VMM server as records of the document: Records, Clusters, Errors. Throws when the server
    # cannot be asked or names no host, because a document without hosts says nothing.
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [string] $Name, [pscredential] $Credential)

    $account = Invoke-Source -Run $Run -Reader 'Read-Account'
    if ($account.Rows.Count -gt 0) { $Run.Account = $account.Rows[0] }
    $with = @{ What = 'Server'; Name = $Name }
    if ($null -ne $Credential) { $with['Credential'] = $Credential }
    $server = Invoke-Source -Run $Run -Reader 'Read-Scvmm' -With $with
    if ($server.Rows.Count -eq 0) {
        $cause = if ($server.Errors.Count -gt 0) { $server.Errors[0].Text } else { 'it gave nothing' }
        throw "The VMM server $Name cannot be asked: $cause Install the VMM console here, and give the account a read-only role in VMM."
    }
    $to = $server.Rows[0]
    $hosts = Invoke-Source -Run $Run -Reader 'Read-Scvmm' -With @{ What = 'Host'; Server = $to }
    $clusterRows = Invoke-Source -Run $Run -Reader 'Read-Scvmm' -With @{ What = 'Cluster'; Server = $to }
    $vms = Invoke-Source -Run $Run -Reader 'Read-Scvmm' -With @{ What = 'VM'; Server = $to }
    $records = [Collections.Generic.List[object]]::new()
    $of = @{}
    foreach ($row in $hosts.Rows) {
        $record = ConvertTo-ScvmmHost -Row $row
        if ($null -eq $record) { continue }
        foreach ($name in 'host', 'volumes', 'vms', 'disks', 'checkpoints', 'integration') { $section = Open-Section -Run @{ Sections = $record.Sections } -Name $name; $section.Complete = $record.Answers -and -not $vms.Failed; Close-Section $section }
        Add-SectionErrors -Section $record.Sections['host'] -Result $hosts -All
        Add-SectionErrors -Section $record.Sections['vms'] -Result $vms -Incomplete -All
        $records.Add($record)
        $of[$record.Address] = $record
        $of[($record.Address -split '\.')[0]] = $record
    }
    if ($records.Count -eq 0) { throw "The VMM server $Name names no host. Give the account a read-only role in VMM whose scope holds the hosts." }
    $count = 0
    foreach ($row in $vms.Rows) {
        $address = "$(Get-Value $row 'HostName')"
        if ($address -eq '') { $address = "$(Get-Value $row 'VMHost')" }
        $record = $of[$address.ToLowerInvariant()]
        if ($null -eq $record) { $record = $of[($address.ToLowerInvariant() -split '\.')[0]] }
        if ($null -eq $record -or -not $record.Answers) { continue }
        $vm = ConvertTo-ScvmmVm -Row $row -HostRecord $record
        $key = "$($vm.Id) $count"
        $record.Vms[$key] = $vm
        $count++
    }
    foreach ($record in $records) { $record.Sections['vms'].Rows = $record.Vms.Count }
    $clusters = [Collections.Generic.List[object]]::new()
    foreach ($row in $clusterRows.Rows) {
        $title = if ($null -ne (Get-Value $row 'ClusterName')) { "$(Get-Value $row 'ClusterName')" } else { "$(Get-Value $row 'Name')" }
        if ($title -eq '') { continue }
        $clusters.Add([ordered]@{
                id = $null; name = Limit-Text ($title -split '\.')[0] 512; fqdn = $(if ($title.Contains('.')) { $title.ToLowerInvariant() } else { $null }); observedAt = Format-Instant ([DateTime]::UtcNow)
                nodes = @(foreach ($node in @(Get-Value $row 'Nodes')) { $nodeName = "$(Get-Value $node 'Name')"; if ($nodeName -ne '') { [ordered]@{ name = ($nodeName -split '\.')[0]; state = $null; osBuild = $null } } }); absent = @()
            })
    }
    return @{ Records = $records; Clusters = $clusters; Errors = $hosts.Errors.Count + $clusterRows.Errors.Count + $vms.Errors.Count }
}
