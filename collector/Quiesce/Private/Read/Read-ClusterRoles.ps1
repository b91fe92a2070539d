function Read-ClusterRoles {
    # Roles of VMs: the group says state and owner, the resource of type Virtual Machine says which VM by its parameter
    # VmID. Names of resource types are the same in every language, their display names are not read.
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [hashtable] $Section)

    $groups = Invoke-Source -Run $Run -Reader 'Read-Cluster' -With @{ What = 'Group' }
    $resources = Invoke-Source -Run $Run -Reader 'Read-Cluster' -With @{ What = 'Resource' }
    foreach ($result in $groups, $resources) { Add-SectionErrors -Section $Section -Result $result -All }
    $ofType = @{ 'Virtual Machine' = [Collections.Generic.List[object]]::new(); 'Virtual Machine Cluster WMI' = [Collections.Generic.List[object]]::new() }
    $groupOf = @{}
    foreach ($resource in $resources.Rows) {
        $type = Get-Value $resource 'ResourceType'
        $word = if ($null -ne (Get-Value $type 'Name')) { Get-Value $type 'Name' } else { "$type" }
        if ($ofType.ContainsKey($word)) { $ofType[$word].Add($resource) }
        $owner = Get-Value $resource 'OwnerGroup'
        $groupOf["$(Get-Value $resource 'Name')"] = if ($null -ne (Get-Value $owner 'Name')) { "$(Get-Value $owner 'Name')" } else { "$owner" }
    }
    if ($groups.Failed -or $resources.Failed) { Add-AbsentOf -To $Run.ClusterAbsent -Fact 'roles' -Result $(if ($groups.Failed) { $groups } else { $resources }) }
    else {
        $vmOf = @{}
        if ($ofType['Virtual Machine'].Count -gt 0) {
            $ids = Invoke-Source -Run $Run -Reader 'Read-Cluster' -With @{ What = 'Parameter'; Resource = $ofType['Virtual Machine']; Name = 'VmID' }
            Add-SectionErrors -Section $Section -Result $ids -All
            foreach ($parameter in $ids.Rows) {
                $of = Get-Value $parameter 'ClusterObject'
                $resourceName = if ($null -ne (Get-Value $of 'Name')) { "$(Get-Value $of 'Name')" } else { "$of" }
                $vmOf["$($groupOf[$resourceName])"] = ConvertTo-GuidText (Get-Value $parameter 'Value')
            }
        }
        $states = @{ '0' = 'Online'; '1' = 'Offline'; '2' = 'Failed'; '3' = 'PartialOnline'; '4' = 'Pending' }
        $roles = [Collections.Generic.List[object]]::new()
        foreach ($group in $groups.Rows) {
            $name = "$(Get-Value $group 'Name')"
            $kind = "$(Get-Value $group 'GroupType')"
            if ($kind -ne 'VirtualMachine' -and $kind -ne '111' -and -not $vmOf.ContainsKey($name)) { continue }
            if ($roles.Count -ge 8000) { break }
            $owner = Get-Value $group 'OwnerNode'
            $ownerName = if ($null -ne (Get-Value $owner 'Name')) { Get-Value $owner 'Name' } else { "$owner" }
            $roles.Add([ordered]@{ name = Limit-Text $name 512; vmId = $vmOf[$name]; state = ConvertTo-Word (Get-Value $group 'State') $states; owner = Limit-Text $ownerName 512 })
            if ($null -ne $vmOf[$name]) { $Run.ClusterVms[$vmOf[$name]] = $true }
        }
        $Run.Cluster['roles'] = $roles
    }
    $store = $ofType['Virtual Machine Cluster WMI']
    if ($resources.Failed) { Add-AbsentOf -To $Run.ClusterAbsent -Fact 'configStoreRootPath' -Result $resources; return }
    if ($Run.Kernel -ne '10.0' -or $store.Count -eq 0) {
        Add-Absent -To $Run.ClusterAbsent -Fact 'configStoreRootPath' -Reason $(if ($Run.Kernel -ne '10.0') { 'not-applicable' } else { 'empty' })
        return
    }
    $path = Invoke-Source -Run $Run -Reader 'Read-Cluster' -With @{ What = 'Parameter'; Resource = $store; Name = 'ConfigStoreRootPath' }
    if ($path.Failed) { Add-SectionErrors -Section $Section -Result $path; Add-AbsentOf -To $Run.ClusterAbsent -Fact 'configStoreRootPath' -Result $path; return }
    if ($path.Rows.Count -gt 0) { $Run.Cluster['configStoreRootPath'] = Limit-Text (Get-Value $path.Rows[0] 'Value') 1000 }
    if ($null -eq $Run.Cluster['configStoreRootPath']) { Add-Absent -To $Run.ClusterAbsent -Fact 'configStoreRootPath' -Reason 'empty' }
}
