# The Windows guest script. Its functions are taken out of the file; the sources are replaced. Synthetic data.
BeforeAll {
    Set-StrictMode -Version Latest
    $ErrorActionPreference = 'Stop'
    $file = [IO.Path]::Combine($PSScriptRoot, '..', 'guest', 'Publish-QuiesceGuest.ps1')
    $ast = [Management.Automation.Language.Parser]::ParseFile([IO.Path]::GetFullPath($file), [ref] $null, [ref] $null)
    $isOwn = { param($node) $node -is [Management.Automation.Language.FunctionDefinitionAst] -or ($node -is [Management.Automation.Language.AssignmentStatementAst] -and "$($node.Left)" -in '$BusTypes', '$Storage') }
    foreach ($part in $ast.FindAll($isOwn, $false)) { . ([scriptblock]::Create($part.Extent.Text)) }
    $To = 'Kvp'

    $c = '\\?\Volume{11111111-1111-1111-1111-111111111111}\'
    $esp = '\\?\Volume{22222222-2222-2222-2222-222222222222}\'
    function Row($Of) { [pscustomobject] $Of }
    function Read-Key($Key, $Name) { $null }
    function Read-WriterLine { $script:writers }
    function Read-Class($ClassName, $Namespace, $Filter) {
        if ($script:refused -contains $ClassName) { throw [UnauthorizedAccessException]::new('Zugriff verweigert') }
        $script:rows[$ClassName]
    }
    function Told { $script:Absent = @(); ConvertTo-Text (Get-Facts) | ConvertFrom-Json }
    function Why($Facts, $Fact) { ($Facts.absent | Where-Object fact -EQ $Fact).reason }
    function Writer($Name, $State, $Word, $Last) {
        "Verfassername: ""$Name"""
        '   Verfasserkennung: {d61d61c8-d73a-4eee-8cdd-f6f9786b7124}'
        '   Verfasserinstanzkennung: {1bddd48e-5052-49db-9b07-b96f96727e6b}'
        "   Status: [$State] $Word"
        "   Letzter Fehler: $Last"
        ''
    }
}

Describe 'Publish-QuiesceGuest.ps1' {
    BeforeEach {
        $script:refused = @()
        $script:writers = @('vssadmin 1.1 - Volumeschattenkopie-Dienst', '(C) Copyright', '')
        foreach ($name in 'System Writer', 'Registry Writer', 'WMI Writer') { $script:writers += Writer $name 1 'Stabil' 'Kein Fehler' }
        $script:rows = @{
            Win32_OperatingSystem = Row @{ Caption = "Windows Server 2022 Datacenter $([char] 0xfc)"; Version = '10.0.20348'; ProductType = [uint32] 3 }
            Win32_Service = @((Row @{ Name = 'VSS'; State = 'Stopped'; StartMode = 'Manual' }))
            Win32_Volume = @(
                (Row @{ DeviceID = $c; DriveLetter = 'C:'; FileSystem = 'NTFS'; Capacity = [uint64] 100GB; FreeSpace = [uint64] 50GB; SystemVolume = $false; BootVolume = $true })
                (Row @{ DeviceID = $esp; DriveLetter = $null; FileSystem = 'FAT32'; Capacity = [uint64] 100MB; FreeSpace = [uint64] 60MB; SystemVolume = $true; BootVolume = $false })
            )
            MSFT_Partition = @(
                (Row @{ DiskNumber = [uint32] 0; GptType = '{ebd0a0a2-b9e5-4433-87c0-68b6b72699c7}'; AccessPaths = @('C:\', $c) })
                (Row @{ DiskNumber = [uint32] 0; GptType = '{c12a7328-f81f-11d2-ba4b-00a0c93ec93b}'; AccessPaths = @($esp) })
            )
            MSFT_Disk = @((Row @{ Number = [uint32] 0; BusType = [uint16] 10 }))
            Win32_DiskDrive = @((Row @{ Index = [uint32] 0; Model = 'Msft Virtual Disk SCSI Disk Device' }))
            Win32_ShadowStorage = @((Row @{ Volume = (Row @{ DeviceID = $c }); DiffVolume = (Row @{ DeviceID = $c }); MaxSpace = [uint64]::MaxValue }))
            Win32_EncryptableVolume = @((Row @{ DeviceID = $c; ProtectionStatus = [uint32] 1 }))
            MSFT_SmbConnection = @((Row @{ ServerName = 'files'; ShareName = 'Data' }), (Row @{ ServerName = 'FILES'; ShareName = 'data' }), (Row @{ ServerName = 'dc'; ShareName = 'SYSVOL' }), (Row @{ ServerName = 'dc'; ShareName = 'IPC$' }))
        }
    }

    It 'tells each fact, with lists of one as lists and letters outside ASCII escaped' {
        $script:Absent = @()
        $text = ConvertTo-Text (Get-Facts)
        $text | Should -Not -Match '[^\x20-\x7e]'
        $facts = $text | ConvertFrom-Json
        $facts.osName | Should -Be "Windows Server 2022 Datacenter $([char] 0xfc)"
        $facts.services -is [array] | Should -BeTrue
        $facts.volumes[0].mountPaths -is [array] | Should -BeTrue
        $facts.volumes[0].partitionRole, $facts.volumes[1].partitionRole | Should -Be @('data', 'esp')
        $facts.volumes[0].isDynamic | Should -BeFalse
        $facts.volumes[0].busType | Should -Be 'SAS'
        $facts.volumes[0].diffAreaVolume, $facts.volumes[1].diffAreaVolume | Should -Be @('same', 'none')
        $facts.volumes[0].diffAreaMaxBytes | Should -Be 0
        $facts.volumes[0].bitlocker, $facts.volumes[1].bitlocker | Should -Be @('unlocked', 'off')
        $facts.smbDataMounts | Should -Be 1
        $facts.iscsiSessions | Should -Be 0
        $facts.guestCluster.member | Should -BeFalse
        $facts.evidence | Should -Be 'kvp-guest'
    }
    It 'learns what no error is called, whatever the language, and keeps what a failed writer says' {
        $script:writers += Writer 'SqlServerWriter' 8 'Fehlgeschlagen' 'Wiederholbarer Fehler'
        $told = @((Told).vssWriters)
        $told.Count | Should -Be 4
        $told[0].lastError, $told[2].lastError | Should -Be @('none', 'none')
        $told[3].name, $told[3].state, $told[3].lastError | Should -Be @('SqlServerWriter', 8, 'Wiederholbarer Fehler')
        $told[0].id | Should -Be 'd61d61c8-d73a-4eee-8cdd-f6f9786b7124'
    }
    It 'does not take the usual text for no error when a failed writer has it as well' {
        $script:writers += Writer 'SqlServerWriter' 8 'Fehlgeschlagen' 'Kein Fehler'
        @((Told).vssWriters | Where-Object { $null -ne $_.lastError }).Count | Should -Be 0
    }
    It 'knows dynamic disks by their type, or by being unknown to the Storage classes' {
        $script:rows.MSFT_Partition[0].GptType = '{af9b60a0-1431-4f62-bc68-3311714a69ad}'
        (Told).volumes[0].isDynamic | Should -BeTrue
        $script:rows.MSFT_Partition = @($script:rows.MSFT_Partition[1])
        $script:rows.MSFT_Disk = @()
        (Told).volumes[0].isDynamic | Should -BeTrue
    }
    It 'takes the words of Windows before 2012 where they are English, and a disk that names itself' {
        $script:refused = @('MSFT_Partition', 'MSFT_Disk')
        $script:rows.Win32_DiskDrive = @((Row @{ Index = [uint32] 0; Model = 'Msft Virtual Disk SCSI Disk Device' }))
        foreach ($case in @('Installable File System', $false), @('Logical Disk Manager', $true), @('Installierbares Dateisystem', $null)) {
            $script:rows.Win32_DiskPartition = @((Row @{ Type = 'Installable File System' }), (Row @{ Type = $case[0] }))
            $facts = Told
            $facts.volumes[0].isDynamic | Should -Be $case[1]
            $facts.volumes[0].busType | Should -Be 'SCSI'
        }
    }
    It 'leaves it open where Windows does not tell, and says why' {
        $script:refused = @('MSFT_Partition', 'MSFT_Disk')
        $script:rows.Win32_DiskDrive = @((Row @{ Index = [uint32] 0; Model = 'SAN LUN' }))
        $facts = Told
        $facts.volumes[0].isDynamic | Should -BeNullOrEmpty
        Why $facts 'volumes[0].isDynamic' | Should -Be 'not-supported'
        Why $facts 'volumes[1].busType' | Should -Be 'not-supported'
    }
    It 'tells a locked volume, and one whose state is not to be had' {
        $script:rows.Win32_EncryptableVolume[0].ProtectionStatus = [uint32] 2
        (Told).volumes[0].bitlocker | Should -Be 'unknown'
        $script:rows.Win32_Volume[0].FileSystem = $null
        (Told).volumes[0].bitlocker | Should -Be 'locked'
    }
    It 'loses only what cannot be read, each with its reason' {
        $script:refused = @('Win32_EncryptableVolume', 'Win32_ShadowStorage', 'Win32_Service')
        $facts = Told
        $facts.osVersion | Should -Be '10.0.20348'
        $facts.volumes.Count | Should -Be 2
        foreach ($fact in 'volumes[0].bitlocker', 'volumes[1].diffAreaVolume', 'volumes[1].diffAreaMaxBytes', 'services', 'guestCluster') { Why $facts $fact | Should -Be 'permission-denied' }
        $script:refused = @('Win32_Volume')
        $facts = Told
        $facts.volumes | Should -BeNullOrEmpty
        Why $facts 'volumes' | Should -Be 'permission-denied'
    }
    It 'ends a vssadmin that hangs, and takes what one printed that does not' {
        $pwsh = [Diagnostics.Process]::GetCurrentProcess().MainModule.FileName
        function Begin($Text) {
            $start = New-Object Diagnostics.ProcessStartInfo -ArgumentList $pwsh, ('-NoProfile -NonInteractive -Command "{0}"' -f $Text)
            $start.UseShellExecute = $false
            $start.RedirectStandardOutput = $true
            [Diagnostics.Process]::Start($start)
        }
        $hangs = Begin '[Threading.Thread]::Sleep(600000)'
        $fault = $null
        try { Read-Output $hangs 1 } catch { $fault = $_ }
        Get-Reason $fault | Should -Be 'timed-out'
        $hangs.WaitForExit(30000) | Should -BeTrue
        @(Read-Output (Begin '1..2') 300)[0, 1] | Should -Be '1', '2'
        try { Read-Output (Begin 'exit 5') 300 } catch { $fault = $_ }
        Get-Reason $fault | Should -Be 'permission-denied'
    }
    It 'counts members of storage pools that are no virtual disk' {
        $script:rows.MSFT_StoragePool = @((Row @{ ObjectId = 'p1'; FriendlyName = 'Pool' }))
        $script:rows.MSFT_PhysicalDisk = @((Row @{ ObjectId = 'd1'; FriendlyName = 'Msft Virtual Disk'; Model = 'Virtual Disk    '; BusType = [uint16] 10 }), (Row @{ ObjectId = 'd2'; FriendlyName = 'SAN LUN'; Model = 'LUN'; BusType = [uint16] 9 }))
        $script:rows.MSFT_StoragePoolToPhysicalDisk = @('d1', 'd2' | ForEach-Object { Row @{ StoragePool = (Row @{ ObjectId = 'p1' }); PhysicalDisk = (Row @{ ObjectId = $_ }) } })
        $facts = Told
        $facts.storageSpacesOutsideMembers | Should -Be 1
        $facts.storagePools[0].members[1].busType | Should -Be 'iSCSI'
    }
    It 'cuts into pieces that the host joins again' {
        Import-Module ([IO.Path]::Combine($PSScriptRoot, '..', 'Quiesce', 'Quiesce.psd1')) -Force
        try {
            $script:Absent = @()
            $script:writers += @(1..60 | ForEach-Object { Writer ([Guid]::NewGuid().ToString()) 1 'Stabil' 'Kein Fehler' })
            $text = ConvertTo-Text (Get-Facts)
            $pieces = Split-Piece (ConvertTo-Base64 $text)
            $pieces.Count | Should -BeGreaterThan 2
            @($pieces.Values | Where-Object { $_.Length -gt 900 }).Count | Should -Be 0
            $items = @{}
            foreach ($name in $pieces.Keys) { $items[$name] = $pieces[$name] }
            InModuleScope Quiesce -Parameters @{ items = $items; text = $text } {
                (Join-KvpPieces -Items $items).Text | Should -BeExactly $text
                $items.Remove(@($items.Keys)[0])
                (Join-KvpPieces -Items $items).Text | Should -BeNullOrEmpty
            }
            { Split-Piece ('x' * 60000) } | Should -Throw '*KVP takes 64*'
        }
        finally { Remove-Module Quiesce }
    }
}
