function Read-Antivirus {
    # Whether Microsoft Defender leaves Hyper-V alone: by its automatic exclusions for server roles (2016 and later) or by
    # exclusions of vmms.exe and vmwp.exe. Another product in charge keeps its exclusions where only its console shows them.
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [hashtable] $Section)

    $Run.Host['antivirusExclusions'] = $null
    $space = 'root/Microsoft/Windows/Defender'
    $status = Invoke-Source -Run $Run -Reader 'Read-Cim' -With @{ ClassName = 'MSFT_MpComputerStatus'; Namespace = $space }
    if ($status.Failed -and $status.Errors[0].Reason -ne 'not-supported') {
        Add-SectionErrors -Section $Section -Result $status
        Add-AbsentOf -To $Run.HostAbsent -Fact 'antivirusExclusions' -Result $status
        return
    }
    if ($status.Rows.Count -eq 0) {
        Add-Absent -To $Run.HostAbsent -Fact 'antivirusExclusions' -Reason 'not-supported' -Text 'Microsoft Defender is not here; another product shows its exclusions in its own console.'
        return
    }
    if (-not (Get-Value $status.Rows[0] 'AntivirusEnabled') -or -not (Get-Value $status.Rows[0] 'RealTimeProtectionEnabled')) {
        Add-Absent -To $Run.HostAbsent -Fact 'antivirusExclusions' -Reason 'not-supported' -Text 'Microsoft Defender is not in charge; another product shows its exclusions in its own console.'
        return
    }
    $settings = Invoke-Source -Run $Run -Reader 'Read-Cim' -With @{ ClassName = 'MSFT_MpPreference'; Namespace = $space }
    if ($settings.Rows.Count -eq 0) {
        Add-SectionErrors -Section $Section -Result $settings
        Add-AbsentOf -To $Run.HostAbsent -Fact 'antivirusExclusions' -Result $settings
        return
    }
    $automatic = $Run.Build -ge 14393 -and $Run.ProductType -ne 1 -and -not (Get-Value $settings.Rows[0] 'DisableAutoExclusions')
    $excluded = @{}
    foreach ($process in @(Get-Value $settings.Rows[0] 'ExclusionProcess')) { if ($process) { $excluded[[IO.Path]::GetFileName("$process").ToLowerInvariant()] = $true } }
    $byHand = $excluded.ContainsKey('vmms.exe') -and $excluded.ContainsKey('vmwp.exe')
    $Run.Host['antivirusExclusions'] = if ($automatic -or $byHand) { 'present' } else { 'missing' }
}
