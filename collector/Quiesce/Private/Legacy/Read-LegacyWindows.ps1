function Read-LegacyWindows {
    # Windows, products and cluster membership of a host that is read over WMI, and which namespace its Hyper-V has.
    param([Parameter(Mandatory)] [hashtable] $Run)

    $section = Open-Section -Run $Run -Name 'host'
    $system = Read-Class -Run $Run -ClassName 'Win32_OperatingSystem'
    $computer = Read-Class -Run $Run -ClassName 'Win32_ComputerSystem'
    $board = Read-Class -Run $Run -ClassName 'Win32_ComputerSystemProduct'
    foreach ($result in $system, $computer, $board) { Add-SectionErrors -Section $section -Result $result -Incomplete -All }
    $given = $Run.Host['name']
    Set-HostIdentity -Run $Run -System $system -Computer $computer -Board $board
    if ($computer.Rows.Count -eq 0) { $Run.Host['name'] = $given }
    $Run.Space = if ($Run.Kernel -eq '6.0' -or $Run.Kernel -eq '6.1') { 'root/virtualization' } else { 'root/virtualization/v2' }

    $key = 'SOFTWARE\Microsoft\Windows NT\CurrentVersion'
    $edition = Invoke-Source -Run $Run -Reader 'Read-RemoteValue' -With @{ Session = $Run.Session; Key = $key; Value = 'EditionID' } -Label 'Read-RemoteValue EditionID'
    $Run.Host['edition'] = if ($edition.Rows.Count -gt 0) { Limit-Text $edition.Rows[0] 64 } else { $null }
    if ($null -eq $Run.Host['edition']) { Add-AbsentOf -To $Run.HostAbsent -Fact 'edition' -Result $edition }
    $Run.Host['icVersion'] = $null
    foreach ($name in Get-InstallerNames) {
        $brought = Invoke-Source -Run $Run -Reader 'Read-RemoteValue' -With @{ Session = $Run.Session; Key = "$key\Virtualization\GuestInstaller\Version"; Value = $name } -Label 'Read-RemoteValue GuestInstaller'
        if ($brought.Rows.Count -gt 0) { $Run.Host['icVersion'] = Limit-Text $brought.Rows[0] 64 }
        if ($null -ne $Run.Host['icVersion'] -or $brought.Failed) { break }
    }
    if ($null -eq $Run.Host['icVersion']) { Add-AbsentOf -To $Run.HostAbsent -Fact 'icVersion' -Result $brought }
    foreach ($fact in 'supportedVmVersions', 'defaultVmVersion') { $Run.Host[$fact] = $null; Add-Absent -To $Run.HostAbsent -Fact $fact -Reason 'not-applicable' }
    foreach ($fact in 'virtualMachinesServiceLogon', 'antivirusExclusions') {
        $Run.Host[$fact] = $null
        Add-Absent -To $Run.HostAbsent -Fact $fact -Reason 'not-supported' -Text 'It is read on the host itself only.'
    }
    Set-LegacyProducts -Run $Run -Section $section
    $section.Rows = 1
    Close-Section $section
}
