function Read-Devices {
    # Virtual Fibre Channel (2012 and later), assigned devices and GPU partitions (2016 and later) of all VMs.
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [hashtable] $Section, [Parameter(Mandatory)] $Live)

    $wanted = @(@{ Fact = 'fibreChannelHbas'; What = 'FibreChannelHba'; Old = $false }, @{ Fact = 'assignableDevices'; What = 'AssignableDevice'; Old = $true }, @{ Fact = 'gpuPartitions'; What = 'GpuPartitionAdapter'; Old = $true })
    foreach ($kind in $wanted) {
        if ($kind.Old -and $Run.Kernel -ne '' -and $Run.Kernel -ne '10.0') {
            foreach ($vm in $Run.Vms.Values) { Add-Absent -To $vm.Absent -Fact $kind.Fact -Reason 'not-applicable' }
            continue
        }
        $result = Invoke-Source -Run $Run -Reader 'Read-HyperV' -With @{ What = $kind.What; VM = $Live }
        Add-SectionErrors -Section $Section -Result $result
        $lacking = $result.Failed -and $result.Errors[0].Reason -eq 'not-supported' -and $kind.What -eq 'GpuPartitionAdapter'
        $failed = Get-FailedVms -Run $Run -Result $result
        $rows = @{}
        foreach ($row in $result.Rows) {
            $id = ConvertTo-GuidText (Get-Value $row 'VMId')
            if ($null -eq $id) { continue }
            if (-not $rows.ContainsKey($id)) { $rows[$id] = [Collections.Generic.List[object]]::new() }
            $rows[$id].Add($row)
        }
        foreach ($vm in $Run.Vms.Values) {
            if ($lacking) { Add-Absent -To $vm.Absent -Fact $kind.Fact -Reason 'not-applicable' -Text 'This Windows has no GPU partitions.'; continue }
            if ($result.Failed -or $failed.ContainsKey($vm.Id)) { Add-AbsentOf -To $vm.Absent -Fact $kind.Fact -Result $(if ($failed.ContainsKey($vm.Id)) { $failed[$vm.Id] } else { $result }); continue }
            if ($kind.Fact -ne 'assignableDevices') { $vm.Facts[$kind.Fact] = if ($rows.ContainsKey($vm.Id)) { $rows[$vm.Id].Count } else { 0 }; continue }
            $devices = [Collections.Generic.List[object]]::new()
            if ($rows.ContainsKey($vm.Id)) { foreach ($row in $rows[$vm.Id]) { if ($devices.Count -lt 64) { $devices.Add((ConvertTo-DeviceFacts -Row $row)) } } }
            $vm.Facts['assignableDevices'] = $devices
        }
    }
}
