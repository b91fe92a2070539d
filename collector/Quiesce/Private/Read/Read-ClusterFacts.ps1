function Read-ClusterFacts {
    # The cluster as this node sees it into $Run.Cluster, and which VMs are its roles into $Run.ClusterVms.
    param([Parameter(Mandatory)] [hashtable] $Run)

    $facts = $Run.Host
    foreach ($name in 'clusterName', 'clusterId') { $facts[$name] = $null }
    if (-not $Run.IsClusterNode) {
        $reason = if ($null -eq $facts['isClusterNode']) { 'error' } else { 'not-applicable' }
        Add-Absent -To $Run.HostAbsent -Fact 'clusterName' -Reason $reason
        Add-Absent -To $Run.HostAbsent -Fact 'clusterId' -Reason $reason
        if ($reason -eq 'not-applicable') { return }
    }
    $section = Open-Section -Run $Run -Name 'cluster'
    $result = Invoke-Source -Run $Run -Reader 'Read-Cluster' -With @{ What = 'Cluster' }
    if ($result.Rows.Count -eq 0) {
        Add-SectionErrors -Section $section -Result $result -Incomplete -All
        $section.Complete = $false
        if ($Run.IsClusterNode) { Add-AbsentOf -To $Run.HostAbsent -Fact 'clusterName', 'clusterId' -Result $result }
        Close-Section $section
        return
    }
    $Run.IsClusterNode = $true
    $facts['isClusterNode'] = $true
    $row = $result.Rows[0]
    $name = Limit-Text (Get-Value $row 'Name') 512
    $domain = Limit-Text (Get-Value $row 'Domain') 400
    $id = ConvertTo-GuidText (Get-Value $row 'Id')
    $facts['clusterName'] = $name
    $facts['clusterId'] = $id
    $level = ConvertTo-Whole (Get-Value $row 'ClusterFunctionalLevel')
    $spaces = Get-Value $row 'S2DEnabled'
    $Run.Cluster = [ordered]@{
        id = $id; name = $name; fqdn = $(if ($name -and $domain) { "$name.$domain".ToLowerInvariant() } else { $null }); observedAt = Format-Instant ([DateTime]::UtcNow)
        functionalLevel = $level; s2dEnabled = $(if ($null -eq $spaces) { $null } else { "$spaces" -ne '0' -and "$spaces" -ne 'False' })
        configStoreRootPath = $null; nodes = $null; csvs = $null; roles = $null
    }
    foreach ($fact in 'functionalLevel', 's2dEnabled') { if ($null -eq $Run.Cluster[$fact]) { Add-Absent -To $Run.ClusterAbsent -Fact $fact -Reason $(if ($Run.Kernel -eq '10.0') { 'error' } else { 'not-applicable' }) } }
    Read-ClusterNodes -Run $Run -Section $section
    Read-ClusterRoles -Run $Run -Section $section
    Read-ClusterVolumes -Run $Run -Section $section
    $section.Rows = 1
    Close-Section $section
}
