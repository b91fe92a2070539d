function Read-Products {
    # Backup products on this host, by services and by uninstall entries of both registry views; also whether it is a
    # cluster node: the cluster service starts by itself only on members.
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [hashtable] $Section)

    $services = Invoke-Source -Run $Run -Reader 'Read-Cim' -With @{ ClassName = 'Win32_Service' }
    Add-SectionErrors -Section $Section -Result $services -All
    $running = @{}
    foreach ($service in $services.Rows) { $running["$(Get-Value $service 'Name')"] = $service }
    $Run.Host['isClusterNode'] = $null
    if ($services.Rows.Count -gt 0) {
        $cluster = $running['ClusSvc']
        $Run.IsClusterNode = $null -ne $cluster -and "$(Get-Value $cluster 'StartMode')" -ne 'Disabled'
        $Run.Host['isClusterNode'] = $Run.IsClusterNode
    }
    else { Add-AbsentOf -To $Run.HostAbsent -Fact 'isClusterNode' -Result $services }

    $key = 'SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall'
    $native = Invoke-Source -Run $Run -Reader 'Read-Registry' -With @{ Key = $key; Children = $true } -Label 'Read-Registry Uninstall'
    $narrow = Invoke-Source -Run $Run -Reader 'Read-Registry' -With @{ Key = $key; Children = $true; View32 = $true } -Label 'Read-Registry Uninstall, 32 bit'
    foreach ($result in $native, $narrow) { Add-SectionErrors -Section $Section -Result $result -All }

    $found = [Collections.Generic.List[object]]::new()
    foreach ($product in Get-KnownProducts) {
        $version = $null
        $seen = $false
        foreach ($entry in @($native.Rows) + @($narrow.Rows)) {
            $title = "$($entry['DisplayName'])"
            if ($title -eq '' -or $title -notmatch $product.Uninstall) { continue }
            $seen = $true
            if ($null -eq $version) { $version = Limit-Text $entry['DisplayVersion'] 64 }
        }
        if (-not $product.ContainsKey('Optional')) { foreach ($name in $product.Services) { if ($running.ContainsKey($name)) { $seen = $true } } }
        elseif ($null -ne $running[$product.Services[0]] -and "$(Get-Value $running[$product.Services[0]] 'State')" -eq 'Running') { $seen = $true }
        if ($seen) { $found.Add([ordered]@{ name = $product.Name; version = $version }) }
    }
    $Run.Host['backupProducts'] = $null
    if ($services.Failed -and $native.Failed) { Add-AbsentOf -To $Run.HostAbsent -Fact 'backupProducts' -Result $services }
    else { $Run.Host['backupProducts'] = $found }
    $Run.Products = $found
}
