function Read-VssComponents {
    # The witness: how the host's own Hyper-V VSS writer lists each VM. diskshadow, on servers only, prints the writers'
    # components; nothing else in Windows does.
    param([Parameter(Mandatory)] [hashtable] $Run, [switch] $Skip)

    if ($Run.Vms.Count -eq 0) { return }
    $section = Open-Section -Run $Run -Name 'host-vss'
    $reason = $null
    if ($Skip) { $reason = @('not-collected', 'It was left out by -NoVssComponents.') }
    elseif ($Run.ProductType -eq 1) { $reason = @('not-supported', 'Windows clients have no diskshadow.') }
    elseif ($Run.Account.Elevated -eq $false) { $reason = @('permission-denied', 'diskshadow needs an elevated account.') }
    $components = @{}
    $result = $null
    if ($null -eq $reason) {
        $result = Invoke-Source -Run $Run -Reader 'Read-Program' -With @{ What = 'components'; TimeoutSeconds = $Run.CallSeconds }
        Add-SectionErrors -Section $section -Result $result -All
        $components = ConvertFrom-ComponentList -Line $result.Rows
    }
    foreach ($vm in $Run.Vms.Values) {
        if ($components.ContainsKey($vm.Id)) { $vm.Facts['vssComponent'] = $components[$vm.Id] }
        elseif ($null -ne $reason) { Add-Absent -To $vm.Absent -Fact 'vssComponent' -Reason $reason[0] -Text $reason[1] }
        elseif ($result.Failed) { Add-AbsentOf -To $vm.Absent -Fact 'vssComponent' -Result $result }
        elseif ($components.Count -eq 0) { Add-Absent -To $vm.Absent -Fact 'vssComponent' -Reason 'error' -Text 'The Hyper-V VSS writer lists no component.' }
        else { Add-Absent -To $vm.Absent -Fact 'vssComponent' -Reason 'empty' -Text 'The Hyper-V VSS writer does not list this VM.' }
    }
    Close-Section $section
}
