function Read-VmSystems {
    # Health, last successful backup and incremental backup of all VMs: two queries.
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [hashtable] $Section)

    $space = 'root/virtualization/v2'
    $systems = Invoke-Source -Run $Run -Reader 'Read-Cim' -With @{ ClassName = 'Msvm_ComputerSystem'; Namespace = $space }
    Add-SectionErrors -Section $Section -Result $systems -All
    $seen = @{}
    foreach ($system in $systems.Rows) {
        $vm = $Run.Vms["$(ConvertTo-GuidText (Get-Value $system 'Name'))"]
        if ($null -eq $vm) { continue }
        $seen[$vm.Id] = $true
        $vm.Facts['healthState'] = ConvertTo-Word (Get-Value $system 'HealthState') @{ '5' = 'Ok'; '20' = 'MajorFailure'; '25' = 'CriticalFailure' }
        $time = Get-Value $system 'LastSuccessfulBackupTime'
        if ($time -is [DateTime] -and $time.Year -gt 1601) { $vm.Facts['lastSuccessfulBackupTime'] = Format-Instant $time }
        else { Add-Absent -To $vm.Absent -Fact 'lastSuccessfulBackupTime' -Reason 'empty' }
    }
    $settings = Invoke-Source -Run $Run -Reader 'Read-Cim' -With @{ ClassName = 'Msvm_VirtualSystemSettingData'; Namespace = $space; Filter = "VirtualSystemType = 'Microsoft:Hyper-V:System:Realized'" }
    Add-SectionErrors -Section $Section -Result $settings -All
    $set = @{}
    foreach ($setting in $settings.Rows) {
        $vm = $Run.Vms["$(ConvertTo-GuidText (Get-Value $setting 'VirtualSystemIdentifier'))"]
        if ($null -eq $vm) { continue }
        $set[$vm.Id] = $true
        $incremental = Get-Value $setting 'IncrementalBackupEnabled'
        if ($null -ne $incremental) { $vm.Facts['incrementalBackupEnabled'] = [bool] $incremental }
        else { Add-Absent -To $vm.Absent -Fact 'incrementalBackupEnabled' -Reason 'not-applicable' }
    }
    foreach ($vm in $Run.Vms.Values) {
        if (-not $seen.ContainsKey($vm.Id)) { Add-AbsentOf -To $vm.Absent -Fact 'healthState', 'lastSuccessfulBackupTime' -Result $systems }
        if (-not $set.ContainsKey($vm.Id)) { Add-AbsentOf -To $vm.Absent -Fact 'incrementalBackupEnabled' -Result $settings }
    }
}
