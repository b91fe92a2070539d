function Read-VmAccess {
    # Whether NT VIRTUAL MACHINE\<GUID> has full control of the VM's disk files. Full control of all is true, no entry at
    # all on one is false; anything between, such as read and write, or rights of the group of all VMs, is told as
    # ambiguous and stops nothing.
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [hashtable] $Section, [Parameter(Mandatory)] [Collections.IDictionary] $Path)

    $sddl = @{}
    $result = @{ Label = 'Read-Access'; Rows = @(); Errors = @(); Failed = $false }
    if ($Path.Count -gt 0) {
        $result = Invoke-Source -Run $Run -Reader 'Read-Access' -With @{ Path = @($Path.Values) }
        Add-SectionErrors -Section $Section -Result $result
    }
    foreach ($row in $result.Rows) { $sddl[("$(Get-Value $row 'Path')" -replace '^.*FileSystem::', '').ToLowerInvariant()] = "$(Get-Value $row 'Sddl')" }
    foreach ($vm in $Run.Vms.Values) {
        $sid = Get-VmSid -Id $vm.Id
        $levels = @{}
        $shares = 0
        foreach ($disk in @($vm.Facts['disks'])) {
            if ($null -eq $disk -or $disk['kind'] -eq 'passthrough' -or $null -eq $disk['path']) { continue }
            if ($disk['isSmb']) { $shares++; continue }
            $text = $sddl[$disk['path'].ToLowerInvariant()]
            $levels[$(if ($null -eq $text) { 'unread' } else { Get-AccessLevel -Sddl $text -Sid $sid })] = $disk['path']
        }
        if ($null -eq $vm.Facts['disks']) { Add-Absent -To $vm.Absent -Fact 'acl' -Reason 'not-collected' -Text 'The disks were not read.' }
        elseif ($levels.ContainsKey('unread')) { Add-AbsentOf -To $vm.Absent -Fact 'acl' -Result $result }
        elseif ($levels.ContainsKey('none')) { $vm.Facts['acl'] = [ordered]@{ vmAccountFullControl = $false } }
        elseif ($levels.ContainsKey('some')) { Add-Absent -To $vm.Absent -Fact 'acl' -Reason 'ambiguous' -Text "The VM's account has rights on $($levels['some']), but not full control." }
        elseif ($levels.ContainsKey('group')) { Add-Absent -To $vm.Absent -Fact 'acl' -Reason 'ambiguous' -Text "The VM's account has no rights of its own on $($levels['group']); the group S-1-5-83-0 (NT VIRTUAL MACHINE\Virtual Machines) has some." }
        elseif ($levels.ContainsKey('full')) { $vm.Facts['acl'] = [ordered]@{ vmAccountFullControl = $true } }
        else { Add-Absent -To $vm.Absent -Fact 'acl' -Reason 'not-applicable' -Text $(if ($shares -gt 0) { 'All files are on shares.' } else { 'The VM has no disk files.' }) }
    }
}
