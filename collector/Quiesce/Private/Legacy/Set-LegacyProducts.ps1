function Set-LegacyProducts {
    # Backup products by their services alone, and whether the host is a cluster node.
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [hashtable] $Section)

    $services = Read-Class -Run $Run -ClassName 'Win32_Service'
    Add-SectionErrors -Section $Section -Result $services -All
    $names = @{}
    foreach ($service in $services.Rows) { $names["$(Get-Value $service 'Name')"] = $service }
    $Run.Host['isClusterNode'] = $null
    $Run.Host['backupProducts'] = $null
    if ($services.Rows.Count -eq 0) { Add-AbsentOf -To $Run.HostAbsent -Fact 'isClusterNode', 'backupProducts' -Result $services }
    else {
        $cluster = $names['ClusSvc']
        $Run.IsClusterNode = $null -ne $cluster -and "$(Get-Value $cluster 'StartMode')" -ne 'Disabled'
        $Run.Host['isClusterNode'] = $Run.IsClusterNode
        $Run.Products = @(foreach ($product in Get-KnownProducts) {
                $seen = $false
                foreach ($name in $product.Services) { if (-not $product.ContainsKey('Optional') -and $names.ContainsKey($name)) { $seen = $true } }
                if ($seen) { [ordered]@{ name = $product.Name; version = $null } }
            })
        $Run.Host['backupProducts'] = $Run.Products
    }
    foreach ($fact in 'clusterName', 'clusterId') {
        $Run.Host[$fact] = $null
        if (-not $Run.IsClusterNode) { Add-Absent -To $Run.HostAbsent -Fact $fact -Reason 'not-applicable' }
    }
    if (-not $Run.IsClusterNode) { return }
    $clusters = Read-Class -Run $Run -ClassName 'MSCluster_Cluster' -Namespace 'root/MSCluster'
    Add-SectionErrors -Section $Section -Result $clusters -All
    if ($clusters.Rows.Count -gt 0) { $Run.Host['clusterName'] = Limit-Text (Get-Value $clusters.Rows[0] 'Name') 512 }
    else { Add-AbsentOf -To $Run.HostAbsent -Fact 'clusterName' -Result $clusters }
    Add-Absent -To $Run.HostAbsent -Fact 'clusterId' -Reason 'not-supported' -Text 'The cluster''s classes do not carry it.'
}
