function Read-HostFacts {
    # Windows, identity and Hyper-V abilities of this host into $Run.Host.
    param([Parameter(Mandatory)] [hashtable] $Run)

    $section = Open-Section -Run $Run -Name 'host'
    $facts = $Run.Host
    $account = Invoke-Source -Run $Run -Reader 'Read-Account'
    if ($account.Rows.Count -gt 0) { $Run.Account = $account.Rows[0] }

    $system = Invoke-Source -Run $Run -Reader 'Read-Cim' -With @{ ClassName = 'Win32_OperatingSystem' }
    $computer = Invoke-Source -Run $Run -Reader 'Read-Cim' -With @{ ClassName = 'Win32_ComputerSystem' }
    $board = Invoke-Source -Run $Run -Reader 'Read-Cim' -With @{ ClassName = 'Win32_ComputerSystemProduct' }
    foreach ($result in $system, $computer, $board) { Add-SectionErrors -Section $section -Result $result -Incomplete -All }
    Set-HostIdentity -Run $Run -System $system -Computer $computer -Board $board

    $key = 'SOFTWARE\Microsoft\Windows NT\CurrentVersion'
    $windows = Invoke-Source -Run $Run -Reader 'Read-Registry' -With @{ Key = $key } -Label 'Read-Registry CurrentVersion'
    $edition = if ($windows.Rows.Count -gt 0) { $windows.Rows[0]['EditionID'] } else { $null }
    $facts['edition'] = Limit-Text $edition 64
    if ($null -eq $facts['edition']) { Add-AbsentOf -To $Run.HostAbsent -Fact 'edition' -Result $windows }

    if ($Run.Kernel -eq '10.0') {
        $facts['icVersion'] = $null
        Add-Absent -To $Run.HostAbsent -Fact 'icVersion' -Reason 'not-applicable'
    }
    else {
        $brought = Invoke-Source -Run $Run -Reader 'Read-Registry' -With @{ Key = "$key\Virtualization\GuestInstaller\Version" } -Label 'Read-Registry GuestInstaller'
        $facts['icVersion'] = $null
        foreach ($row in $brought.Rows) { foreach ($name in Get-InstallerNames) { if ($null -eq $facts['icVersion']) { $facts['icVersion'] = Limit-Text $row[$name] 64 } } }
        if ($null -eq $facts['icVersion']) { Add-AbsentOf -To $Run.HostAbsent -Fact 'icVersion' -Result $brought }
    }
    Read-VmVersions -Run $Run -Section $section
    Read-ServiceLogon -Run $Run -Section $section
    Read-Antivirus -Run $Run -Section $section
    Read-Products -Run $Run -Section $section
    $section.Rows = 1
    Close-Section $section
}
