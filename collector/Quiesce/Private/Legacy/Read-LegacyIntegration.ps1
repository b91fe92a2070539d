function Read-LegacyIntegration {
    # Integration components out of their setting and their state classes, two queries for each of five kinds. Which one a
    # row is, its class says; a VM that is off has no state rows.
    param([Parameter(Mandatory)] [hashtable] $Run)

    $section = Open-Section -Run $Run -Name 'integration'
    $names = [ordered]@{ 'Vss' = '5ced1297-4598-4915-a5fc-ad21bb4d02a4'; 'Heartbeat' = '84eaae65-2f2e-45f5-9bb5-0e857dc8eb47'; 'KvpExchange' = '2a34b1c2-fd73-4043-8a5b-dd2159bc743f'; 'Shutdown' = '9f8233ac-be49-4c79-8ee3-e7e1985b2077'; 'TimeSync' = '2497f4de-e9fa-4204-80e4-4b75c46419c0' }
    $words = @{ '2' = 'Ok'; '3' = 'Degraded'; '6' = 'Error'; '7' = 'NonRecoverableError'; '12' = 'NoContact'; '13' = 'LostCommunication'; '32775' = 'ProtocolMismatch'; '32896' = 'Disabled' }
    $rows = 0
    foreach ($vm in $Run.Vms.Values) { $vm.Facts['integration'] = [Collections.Generic.List[object]]::new() }
    $fault = $null
    foreach ($name in $names.Keys) {
        $settings = Read-Class -Run $Run -ClassName "Msvm_${name}ComponentSettingData" -Namespace $Run.Space
        $states = Read-Class -Run $Run -ClassName "Msvm_${name}Component" -Namespace $Run.Space
        foreach ($result in $settings, $states) { Add-SectionErrors -Section $section -Result $result -Incomplete -All }
        if ($settings.Failed) { $fault = $settings }
        $stateOf = @{}
        foreach ($row in $states.Rows) { $stateOf["$(ConvertTo-GuidText (Get-Value $row 'SystemName'))"] = @(Get-Value $row 'OperationalStatus') }
        foreach ($row in $settings.Rows) {
            $vm = $Run.Vms["$(ConvertTo-GuidText (Get-Value $row 'InstanceID'))"]
            if ($null -eq $vm) { continue }
            $at = $vm.Facts['integration'].Count
            $status = $stateOf[$vm.Id]
            $primary = if ($null -ne $status -and $status.Count -gt 0) { ConvertTo-Word $status[0] $words } else { $null }
            $secondary = if ($null -ne $status -and $status.Count -gt 1) { ConvertTo-Word $status[1] $words } else { $null }
            if ($null -eq $primary) { Add-Absent -To $vm.Absent -Fact "integration[$at].primaryStatus" -Reason $(if ($states.Failed) { $states.Errors[0].Reason } elseif ($vm.Running) { 'empty' } else { 'vm-off' }) }
            $vm.Facts['integration'].Add([ordered]@{ componentId = $names[$name]; role = (Get-ComponentRoles)[$names[$name]]; enabled = "$(Get-Value $row 'EnabledState')" -eq '2'; primaryStatus = $primary; secondaryStatus = $secondary; statusText = $null })
            if ($name -eq 'Heartbeat') { Set-LegacyHeartbeat -Vm $vm -Status $status }
            $rows++
        }
    }
    foreach ($vm in $Run.Vms.Values) {
        # A list without the kind that failed would say that the VM lacks it.
        if ($null -ne $fault) { $vm.Facts['integration'] = $null; Add-AbsentOf -To $vm.Absent -Fact 'integration' -Result $fault }
        if ($null -eq $vm.Facts['heartbeat']) { Add-Absent -To $vm.Absent -Fact 'heartbeat' -Reason $(if ($vm.Running) { 'error' } else { 'vm-off' }) }
    }
    $section.Rows = $rows
    Close-Section $section
}
