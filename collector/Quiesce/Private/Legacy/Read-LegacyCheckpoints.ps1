function Read-LegacyCheckpoints {
    # Checkpoints out of the settings that are no present ones. v1 knows only those of users.
    param([Parameter(Mandatory)] [hashtable] $Run)

    $section = Open-Section -Run $Run -Name 'checkpoints'
    $settings = $Run.Settings
    $count = 0
    foreach ($vm in $Run.Vms.Values) {
        if ($settings.Failed) { Add-AbsentOf -To $vm.Absent -Fact 'checkpoints' -Result $settings } else { $vm.Facts['checkpoints'] = [Collections.Generic.List[object]]::new() }
    }
    if ($settings.Failed) { $section.Complete = $false; Add-SectionErrors -Section $section -Result $settings -All }
    foreach ($row in $settings.Rows) {
        if (Test-CurrentSetting -Row $row) { continue }
        $type = "$(Get-Value $row 'VirtualSystemType')"
        if ($type -ne '' -and $type -notlike 'Microsoft:Hyper-V:Snapshot:*') { continue }
        if ($type -eq '' -and "$(Get-Value $row 'SettingType')" -ne '5') { continue }
        $vm = $Run.Vms["$(Get-SettingVm -Row $row)"]
        if ($null -eq $vm -or $null -eq $vm.Facts['checkpoints'] -or $vm.Facts['checkpoints'].Count -ge 1000) { continue }
        $made = Get-Value $row 'CreationTime'
        $kind = if ($type -like '*:Recovery') { 'Recovery' } elseif ($type -like '*:Planned') { 'Planned' } elseif ($type -like '*:Missing') { 'Missing' } elseif ($type -like '*Replica*') { 'Replica' } else { 'Standard' }
        $vm.Facts['checkpoints'].Add([ordered]@{ id = ConvertTo-GuidText (Get-Value $row 'InstanceID'); name = Limit-Text (Get-Value $row 'ElementName') 512; type = $kind; createdAt = $(if ($made -is [DateTime]) { Format-Instant $made } else { $null }); isAutomatic = $false })
        $count++
    }
    $section.Rows = $count
    Close-Section $section
}
