# What is read of guests: KVP items, published pieces, dropped files, PowerShell Direct and WinRM. Synthetic data.
BeforeAll {
    $ErrorActionPreference = 'Stop'
    Import-Module ([IO.Path]::Combine($PSScriptRoot, '..', 'Quiesce', 'Quiesce.psd1')) -Force
    function script:New-TestPieces {
        param([string] $Text, [int] $Piece = 900)
        $memory = [IO.MemoryStream]::new()
        $gzip = [IO.Compression.GZipStream]::new($memory, [IO.Compression.CompressionMode]::Compress)
        $bytes = [Text.Encoding]::UTF8.GetBytes($Text)
        $gzip.Write($bytes, 0, $bytes.Length)
        $gzip.Dispose()
        $base = [Convert]::ToBase64String($memory.ToArray())
        $sha = [BitConverter]::ToString([Security.Cryptography.SHA256]::Create().ComputeHash([Text.Encoding]::ASCII.GetBytes($base))).Replace('-', '').ToLowerInvariant().Substring(0, 8)
        $count = [Math]::Ceiling($base.Length / $Piece)
        $items = @{}
        for ($n = 1; $n -le $count; $n++) { $items["Quiesce.${n}of$count.$sha"] = $base.Substring(($n - 1) * $Piece, [Math]::Min($Piece, $base.Length - ($n - 1) * $Piece)) }
        $items
    }
}
AfterAll { Remove-Module Quiesce -ErrorAction SilentlyContinue }

Describe 'KVP items' {
    It 'reads name and data, entities included' {
        InModuleScope Quiesce {
            $item = ConvertFrom-KvpItem '<INSTANCE CLASSNAME="Msvm_KvpExchangeDataItem"><PROPERTY NAME="Data" TYPE="string"><VALUE>a &amp; b</VALUE></PROPERTY><PROPERTY NAME="Name" TYPE="string"><VALUE>OSName</VALUE></PROPERTY></INSTANCE>'
            $item.Name | Should -BeExactly 'OSName'
            $item.Data | Should -BeExactly 'a & b'
        }
    }
    It 'takes nothing from <Why>' -TestCases @(
        @{ Why = 'a DTD'; Xml = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><INSTANCE><PROPERTY NAME="Name"><VALUE>&e;</VALUE></PROPERTY></INSTANCE>' }
        @{ Why = 'no XML'; Xml = 'x' }
        @{ Why = 'nothing'; Xml = '' }
        @{ Why = 'an item without a name'; Xml = '<INSTANCE><PROPERTY NAME="Data"><VALUE>x</VALUE></PROPERTY></INSTANCE>' }
    ) { InModuleScope Quiesce -Parameters @{ Xml = $Xml } { ConvertFrom-KvpItem $Xml | Should -BeNullOrEmpty } }

    It 'tells <Family> by <Items.OSName>' -TestCases @(
        @{ Family = 'windows'; Items = @{ OSName = 'Windows Server 2022 Datacenter'; OSVersion = '10.0.20348'; OSPlatformId = '2'; ProductType = '3' } }
        @{ Family = 'windows'; Items = @{ OSName = 'Windows Server 2008 R2 Enterprise'; OSVersion = '6.1.7601'; ProductType = '3' } }
        @{ Family = 'linux'; Items = @{ OSName = 'Red Hat Enterprise Linux'; OSVersion = '5.14.0-427.el9.x86_64' } }
        @{ Family = 'linux'; Items = @{ OSName = 'Something'; OSVersion = '6.1.0-18-amd64' } }
        @{ Family = 'bsd'; Items = @{ OSName = 'FreeBSD'; OSVersion = '14.1-RELEASE' } }
        @{ Family = 'other'; Items = @{ OSName = 'Plan 9'; OSVersion = '4' } }
    ) { InModuleScope Quiesce -Parameters @{ Family = $Family; Items = $Items } { (ConvertFrom-KvpIntrinsic -Items $Items)['osFamily'] | Should -BeExactly $Family } }

    It 'knows nothing of a guest that tells nothing' { InModuleScope Quiesce { ConvertFrom-KvpIntrinsic -Items @{} | Should -BeNullOrEmpty } }
}

Describe 'Published pieces' {
    It 'joins them in their order' {
        $text = '{"osFamily":"linux","note":"' + (-join (1..4000 | ForEach-Object { [char] (33 + ($_ * 7919) % 57) }) -replace '["\\]', '') + '"}'
        InModuleScope Quiesce -Parameters @{ Items = (New-TestPieces $text 300); Text = $text } { (Join-KvpPieces -Items $Items).Text | Should -BeExactly $Text }
    }
    It 'says nothing when nothing is published' { InModuleScope Quiesce { Join-KvpPieces -Items @{ Other = 'x' } | Should -BeNullOrEmpty } }
    It 'does not take a set that <Why>' -TestCases @(
        @{ Why = 'lacks a piece'; Break = { param($items) $items.Remove(@($items.Keys)[0]) } }
        @{ Why = 'was changed'; Break = { param($items) $key = @($items.Keys)[0]; $items[$key] = 'A' + $items[$key].Substring(1) + 'A' } }
    ) {
        $items = New-TestPieces ('{"osFamily":"' + ('x' * 10) + [Guid]::NewGuid() + [Guid]::NewGuid() + '"}') 40
        & $Break $items
        InModuleScope Quiesce -Parameters @{ Items = $items } {
            $joined = Join-KvpPieces -Items $Items
            $joined.Text | Should -BeNullOrEmpty
            $joined.Fault | Should -Match 'sets? of pieces'
        }
    }
    It 'does not choose between two whole sets' {
        $items = New-TestPieces '{"osFamily":"linux"}'
        foreach ($pair in (New-TestPieces '{"osFamily":"windows"}').GetEnumerator()) { $items[$pair.Key] = $pair.Value }
        InModuleScope Quiesce -Parameters @{ Items = $items } { (Join-KvpPieces -Items $Items).Fault | Should -Match '2 sets' }
    }
    It 'unpacks no more than 512 KiB' {
        $items = New-TestPieces ('"' + ('x' * 700000) + '"')
        InModuleScope Quiesce -Parameters @{ Items = $items } { (Join-KvpPieces -Items $Items).Fault | Should -Match '512 KiB' }
    }
}

Describe 'What a guest wrote about itself' {
    It 'is marked with the way it came, whatever it claims' {
        InModuleScope Quiesce {
            $guest = ConvertFrom-GuestText -Text '{"evidence":"psdirect","osFamily":"windows","collectedAt":"2026-05-18T07:00:00Z"}' -Evidence 'kvp-guest'
            $guest.Facts['evidence'] | Should -BeExactly 'kvp-guest'
        }
    }
    It 'loses facts of a wrong kind and keys that are not known, and keeps the rest' {
        InModuleScope Quiesce {
            $guest = ConvertFrom-GuestText -Evidence 'file' -Text '{"osFamily":7,"osName":"x","productType":"3","minDiffAreaMb":-1,"hostId":"evil","services":[{"state":"Running"},{"name":"VSS","state":"Stopped","startMode":"Manual","extra":1}],"volumes":"all","vssWriters":[{"id":"no guid","name":"w","state":300}],"collectedAt":"yesterday"}'
            $guest.Facts['osFamily'] | Should -BeNullOrEmpty
            $guest.Facts['osName'] | Should -BeExactly 'x'
            $guest.Facts['productType'] | Should -BeNullOrEmpty
            $guest.Facts.Contains('hostId') | Should -BeFalse
            @($guest.Facts['services']).Count | Should -Be 1
            $guest.Facts['services'][0].Contains('extra') | Should -BeFalse
            $guest.Facts['volumes'] | Should -BeNullOrEmpty
            $guest.Facts['vssWriters'][0]['id'] | Should -BeNullOrEmpty
            $guest.Facts['vssWriters'][0]['state'] | Should -BeNullOrEmpty
            $guest.Facts['collectedAt'] | Should -BeNullOrEmpty
        }
    }
    It 'takes over reasons of the known kind only, below guest' {
        InModuleScope Quiesce {
            $guest = ConvertFrom-GuestText -Evidence 'file' -Text '{"osName":"x","absent":[{"fact":"volumes","reason":"error","text":"t"},{"fact":"../x","reason":"error"},{"fact":"services","reason":"stale"},7]}'
            $guest.Absent.Count | Should -Be 1
            $guest.Absent[0]['fact'] | Should -BeExactly 'guest.volumes'
        }
    }
    It 'does not keep the host busy with very many values' {
        InModuleScope Quiesce { { ConvertFrom-GuestText -Text ('{"a":[' + ('0,' * 30000) + '0]}') -Evidence 'file' } | Should -Throw '*more than 25000 values*' }
    }
    It 'is no fact when it is no object' { InModuleScope Quiesce { { ConvertFrom-GuestText -Text '[1]' -Evidence 'file' } | Should -Throw '*object*' } }
}

Describe 'Ways into a guest' {
    BeforeAll {
        function script:New-TestVm {
            param([hashtable] $With = @{})
            $facts = [ordered]@{ name = 'VM01'; state = 'Running'; security = $null; vmGroups = @(); guest = $null; icVersionHostView = $null }
            foreach ($key in $With.Keys) { $facts[$key] = $With[$key] }
            @{ Id = '7d0c4f1e-52a8-4b7b-9c1d-9e3a60b2f2a4'; Facts = $facts; Absent = [Collections.Generic.List[object]]::new(); Running = $facts['state'] -eq 'Running'; Live = $null }
        }
        $script:windows = @{ Intrinsic = @{ OSName = 'Windows Server 2022 Standard'; OSVersion = '10.0.20348'; OSPlatformId = '2'; FullyQualifiedDomainName = 'vm01.corp.example' }; Published = @{} }
        $script:kvp = @{ Of = @{ '7d0c4f1e-52a8-4b7b-9c1d-9e3a60b2f2a4' = $script:windows }; Result = @{ Failed = $false; Rows = @(); Errors = @(); Label = 'kvp' } }
    }
    It 'does not ask a VM that is off' {
        InModuleScope Quiesce -Parameters @{ Vm = (New-TestVm @{ state = 'Off' }); Kvp = $kvp } {
            Mock Invoke-Source { throw 'asked' }
            $run = New-Run -CallSeconds 0 -RunSeconds 60
            Read-GuestOf -Run $run -Section (Open-Section -Run $run -Name 'guest') -Vm $Vm -Kvp $Kvp -Way 'PowerShellDirect', 'WinRM' | Should -BeFalse
            $Vm.Absent[0]['reason'] | Should -BeExactly 'vm-off'
        }
    }
    It 'tries the ways in their order and keeps the first that answers' {
        InModuleScope Quiesce -Parameters @{ Vm = (New-TestVm); Kvp = $kvp } {
            $run = New-Run -CallSeconds 0 -RunSeconds 60
            $run.Kernel = '10.0'
            Mock Get-QuiesceGuestCredential { [pscredential]::new('u', [Security.SecureString]::new()) }
            Mock Invoke-Source -ParameterFilter { $Reader -eq 'Read-Guest' } {
                if ($With.ContainsKey('ComputerName')) { return @{ Failed = $false; Errors = @(); Label = 'x'; Rows = @(@{ VmId = '7D0C4F1E-52A8-4B7B-9C1D-9E3A60B2F2A4'; Os = @{ Rows = @(@{ Caption = 'Windows'; Version = '10.0.20348'; ProductType = 3 }); Fault = $null }; Writers = @() }) } }
                @{ Failed = $true; Rows = @(); Label = 'x'; Errors = @(@{ Reason = 'timed-out'; Text = 'slow'; Mend = ''; Record = $null }) }
            }
            $section = Open-Section -Run $run -Name 'guest'
            Read-GuestOf -Run $run -Section $section -Vm $Vm -Kvp $Kvp -Way 'PowerShellDirect', 'WinRM' | Should -BeTrue
            $Vm.Facts['guest']['evidence'] | Should -BeExactly 'winrm'
            $section.Errors[0]['text'] | Should -Match '^PowerShellDirect: slow'
        }
    }
    It 'does not believe a machine that answers under the name of the VM and is another' {
        InModuleScope Quiesce -Parameters @{ Vm = (New-TestVm) } {
            $run = New-Run -CallSeconds 0 -RunSeconds 60
            Mock Get-QuiesceGuestCredential { [pscredential]::new('u', [Security.SecureString]::new()) }
            Mock Invoke-Source { @{ Failed = $false; Errors = @(); Label = 'x'; Rows = @(@{ VmId = '11111111-1111-4111-8111-111111111111' }) } }
            $answer = Read-GuestBySession -Run $run -Vm $Vm -System @{ osFamily = 'windows'; osVersion = '10.0.20348' } -Shielded $false -Name 'vm01.corp.example' -ByName
            $answer.Facts | Should -BeNullOrEmpty
            $answer.Reason | Should -BeExactly 'ambiguous'
        }
    }
    It 'goes to no address and no single-label name that a guest gives itself: <Name>' -TestCases @(@{ Name = '10.0.0.5;x' }, @{ Name = 'dc01' }, @{ Name = '-x.corp' }, @{ Name = '' }, @{ Name = 'a b.corp' }) {
        InModuleScope Quiesce -Parameters @{ Vm = (New-TestVm); Name = $Name } {
            Mock Get-QuiesceGuestCredential { throw 'asked' }
            Read-GuestBySession -Run (New-Run -CallSeconds 0 -RunSeconds 60) -Vm $Vm -System $null -Shielded $false -Name $Name -ByName | Should -BeNullOrEmpty
        }
    }
    It 'takes PowerShell Direct for no shielded VM, no older guest and no older host' {
        InModuleScope Quiesce -Parameters @{ Vm = (New-TestVm) } {
            Mock Get-QuiesceGuestCredential { throw 'asked' }
            $run = New-Run -CallSeconds 0 -RunSeconds 60
            $run.Kernel = '10.0'
            Read-GuestBySession -Run $run -Vm $Vm -System $null -Shielded $true | Should -BeNullOrEmpty
            Read-GuestBySession -Run $run -Vm $Vm -System @{ osFamily = 'windows'; osVersion = '6.3.9600' } -Shielded $false | Should -BeNullOrEmpty
            Read-GuestBySession -Run $run -Vm $Vm -System @{ osFamily = 'linux'; osVersion = '5.14' } -Shielded $false | Should -BeNullOrEmpty
            $run.Kernel = '6.3'
            Read-GuestBySession -Run $run -Vm $Vm -System $null -Shielded $false | Should -BeNullOrEmpty
        }
    }
    It 'says why nothing is known inside, and keeps what the integration services tell' {
        InModuleScope Quiesce -Parameters @{ Vm = (New-TestVm); Kvp = $kvp } {
            $run = New-Run -CallSeconds 0 -RunSeconds 60
            Read-GuestOf -Run $run -Section (Open-Section -Run $run -Name 'guest') -Vm $Vm -Kvp $Kvp -Way 'KVP' | Should -BeTrue
            $Vm.Facts['guest']['evidence'] | Should -BeExactly 'kvp'
            $Vm.Facts['guest']['osVersion'] | Should -BeExactly '10.0.20348'
            @($Vm.Absent | Where-Object { $_['fact'] -eq 'guest.services' -and $_['reason'] -eq 'not-collected' }).Count | Should -Be 1
        }
    }
    It 'reads the file that is named after the VM' {
        InModuleScope Quiesce -Parameters @{ Vm = (New-TestVm) } {
            $run = New-Run -CallSeconds 0 -RunSeconds 60
            Mock Invoke-Source {
                if ($With.ContainsKey('Text')) { return @{ Failed = $false; Errors = @(); Label = 'x'; Rows = @('{"osFamily":"windows"}') } }
                @{ Failed = $false; Errors = @(); Label = 'x'; Rows = @('D:\Drop\7D0C4F1E-52A8-4B7B-9C1D-9E3A60B2F2A4.json', 'D:\Drop\other.json') }
            }
            (Read-GuestByFile -Run $run -Vm $Vm -Folder 'D:\Drop').Facts['evidence'] | Should -BeExactly 'file'
        }
    }
}

Describe 'A Windows guest over PowerShell Direct' {
    BeforeAll {
        function script:Part { param($Rows, $Fault, $Code) @{ Rows = @($Rows); Fault = $Fault; Code = $Code } }
        $volume = '\\?\Volume{11111111-0000-4000-8000-00000000000'
        $script:raw = @{
            VmId = 'x'; MinDiffAreaMb = $null; Components = '10.0.20348'; Writers = @()
            Os = Part @{ Caption = 'Windows Server 2022'; Version = '10.0.20348'; ProductType = 3 }
            Service = Part @(@{ Name = 'VSS'; State = 'Stopped'; StartMode = 'Manual' }, @{ Name = 'Spooler'; State = 'Running'; StartMode = 'Auto' })
            Volume = Part @(
                @{ DeviceID = "${volume}1}\"; DriveLetter = 'C:'; FileSystem = 'NTFS'; Capacity = 100GB; FreeSpace = 60GB; DriveType = 3; SystemVolume = $false; BootVolume = $true }
                @{ DeviceID = "${volume}2}\"; DriveLetter = $null; FileSystem = 'FAT32'; Capacity = 100MB; FreeSpace = 60MB; DriveType = 3; SystemVolume = $true; BootVolume = $false }
                @{ DeviceID = "${volume}3}\"; DriveLetter = 'E:'; FileSystem = 'NTFS'; Capacity = 10GB; FreeSpace = 6GB; DriveType = 3; SystemVolume = $false; BootVolume = $false }
                @{ DeviceID = "${volume}9}\"; DriveLetter = 'Z:'; FileSystem = 'UDF'; Capacity = 1GB; FreeSpace = 0; DriveType = 5 })
            MountPoint = Part @{ Directory = 'Win32_Directory.Name="C:\\Data"'; Volume = 'Win32_Volume.DeviceID="\\\\?\\Volume{11111111-0000-4000-8000-000000000003}\\"' }
            Partition = Part @(
                @{ AccessPaths = @('C:\', "${volume}1}\"); GptType = '{ebd0a0a2-b9e5-4433-87c0-68b6b72699c7}'; MbrType = $null; DiskNumber = 0 }
                @{ AccessPaths = @("${volume}2}\"); GptType = '{c12a7328-f81f-11d2-ba4b-00a0c93ec93b}'; MbrType = $null; DiskNumber = 0 })
            Disk = Part @{ Number = 0; BusType = 10 }
            DiskPartition = Part @(@{ DiskIndex = 0; Type = 'GPT: Basic Data' }, @{ DiskIndex = 1; Type = 'GPT: Logical Disk Manager Data' })
            ShadowStorage = Part @(@{ Volume = "Win32_Volume.DeviceID=`"${volume}1}\`""; DiffVolume = "Win32_Volume.DeviceID=`"${volume}3}\`""; MaxSpace = 5GB })
            ShadowCopy = Part @(@{ VolumeName = "${volume}1}\" }, @{ VolumeName = "${volume}1}\" })
            Provider = Part @{ ID = '{b5946137-7b9f-4925-af80-51abd60b20d5}'; Name = 'p'; Type = 1 }
            BitLocker = Part @(@{ DeviceID = "${volume}3}\"; ProtectionStatus = 2 })
            Iscsi = Part @() 'Invalid class'; Smb = Part @(); Pool = Part @(); PhysicalDisk = Part @(); PoolMember = Part @(); Cluster = Part @() 'Invalid namespace' 'InvalidNamespace'; ClusterVolume = Part @() 'Invalid namespace' 'InvalidNamespace'
        }
    }
    It 'gives volumes with role, dynamic disk, shadow storage and lock' {
        InModuleScope Quiesce -Parameters @{ Raw = $raw } {
            $guest = ConvertTo-GuestFacts -Raw $Raw -Evidence 'psdirect'
            $volumes = $guest.Facts['volumes']
            $volumes.Count | Should -Be 3
            $volumes[0]['partitionRole'] | Should -BeExactly 'data'
            $volumes[0]['isDynamic'] | Should -BeFalse
            $volumes[0]['busType'] | Should -BeExactly 'SAS'
            $volumes[0]['diffAreaVolume'] | Should -BeExactly 'other'
            $volumes[0]['shadowCopies'] | Should -Be 2
            $volumes[1]['partitionRole'] | Should -BeExactly 'esp'
            $volumes[2]['isDynamic'] | Should -BeTrue
            $volumes[2]['bitlocker'] | Should -BeExactly 'locked'
            $volumes[2]['diffAreaVolume'] | Should -BeExactly 'none'
            @($volumes[2]['mountPaths']) | Should -BeExactly @('C:\Data')
        }
    }
    It 'counts members of pools that are no virtual disk, and guesses none' {
        InModuleScope Quiesce -Parameters @{ Raw = $raw } {
            $of = { param($kind, $n) "{1}\\VM01\root/Microsoft/Windows/Storage/Providers_v2\SPACES_$kind.ObjectId=`"{99999999-0000-4000-8000-000000000000}:X:{aaaaaaaa-0000-4000-8000-00000000000$n}`"" }
            $Raw['Pool'] = @{ Fault = $null; Rows = @(@{ ObjectId = (& $of 'StoragePool' 1); FriendlyName = 'Primordial'; IsPrimordial = $true }, @{ ObjectId = (& $of 'StoragePool' 2); FriendlyName = 'Pool'; IsPrimordial = $false }) }
            $Raw['PhysicalDisk'] = @{ Fault = $null; Rows = @(@{ ObjectId = (& $of 'PhysicalDisk' 3); FriendlyName = 'a'; BusType = 10 }, @{ ObjectId = (& $of 'PhysicalDisk' 4); FriendlyName = 'b'; BusType = 9 }) }
            $Raw['PoolMember'] = @{ Fault = $null; Rows = @(foreach ($n in 3, 4) { @{ StoragePool = "MSFT_StoragePool (ObjectId = $(& $of 'StoragePool' 2))"; PhysicalDisk = "MSFT_PhysicalDisk (ObjectId = $(& $of 'PhysicalDisk' $n))" } }) }
            $facts = (ConvertTo-GuestFacts -Raw $Raw -Evidence 'psdirect').Facts
            $facts['storageSpacesOutsideMembers'] | Should -Be 1
            $facts['storagePools'].Count | Should -Be 1
            $facts['storagePools'][0]['members'].Count | Should -Be 2
            $Raw['PoolMember'] = @{ Fault = $null; Rows = @() }
            (ConvertTo-GuestFacts -Raw $Raw -Evidence 'psdirect').Facts['storageSpacesOutsideMembers'] | Should -BeNullOrEmpty
            foreach ($part in 'Pool', 'PhysicalDisk', 'PoolMember') { $Raw[$part] = @{ Fault = $null; Rows = @() } }
        }
    }
    It 'takes nothing for good that was not read' {
        InModuleScope Quiesce -Parameters @{ Raw = $raw } {
            $why = { param($guest, $fact) @($guest.Absent | Where-Object { $_['fact'] -eq $fact } | ForEach-Object { $_['reason'] }) -join ' ' }
            $guest = ConvertTo-GuestFacts -Raw $Raw -Evidence 'psdirect'
            $guest.Facts['guestCluster']['member'] | Should -BeFalse
            $broken = $Raw.Clone()
            $broken['BitLocker'] = @{ Rows = @(); Fault = 'Zugriff verweigert'; Code = 'AccessDenied' }
            $broken['MountPoint'] = @{ Rows = @(); Fault = 'x'; Code = 'Failed' }
            $broken['Cluster'] = @{ Rows = @(); Fault = 'x'; Code = '' }
            $guest = ConvertTo-GuestFacts -Raw $broken -Evidence 'psdirect'
            $guest.Facts['volumes'][0]['bitlocker'] | Should -BeNullOrEmpty
            $guest.Facts['volumes'][0]['mountPaths'] | Should -BeNullOrEmpty
            $guest.Facts['guestCluster'] | Should -BeNullOrEmpty
            & $why $guest 'guest.volumes[0].bitlocker' | Should -Be 'permission-denied'
            & $why $guest 'guest.volumes[0].mountPaths' | Should -Be 'error'
            & $why $guest 'guest.guestCluster' | Should -Be 'error'
            $broken['BitLocker'] = @{ Rows = @(); Fault = 'x'; Code = 'InvalidNamespace' }
            (ConvertTo-GuestFacts -Raw $broken -Evidence 'psdirect').Facts['volumes'][0]['bitlocker'] | Should -BeExactly 'off'
        }
    }
    It 'takes the words <Words> of a partition for <Dynamic>' -TestCases @(
        @{ Words = 'GPT: Logical Disk Manager Data'; Dynamic = $true }, @{ Words = 'Installable File System'; Dynamic = $false }, @{ Words = 'GPT: Basic Data'; Dynamic = $false }
        @{ Words = 'Installierbares Dateisystem'; Dynamic = $null }, @{ Words = 'GPT: Unknown'; Dynamic = $null }, @{ Words = ''; Dynamic = $null }
    ) {
        InModuleScope Quiesce -Parameters @{ Words = $Words; Dynamic = $Dynamic; Raw = $raw } {
            $one = $Raw.Clone()
            $one['Partition'] = @{ Rows = @(); Fault = 'x'; Code = 'InvalidNamespace' }
            $one['DiskPartition'] = @{ Rows = @(@{ DiskIndex = 0; Type = 'GPT: System' }, @{ DiskIndex = 1; Type = $Words }); Fault = $null }
            $guest = ConvertTo-GuestFacts -Raw $one -Evidence 'psdirect'
            $guest.Facts['volumes'][0]['isDynamic'] | Should -Be $Dynamic
            @($guest.Absent | Where-Object { $_['fact'] -eq 'guest.volumes[0].isDynamic' }).Count | Should -Be $(if ($null -eq $Dynamic) { 1 } else { 0 })
            $one['Partition'] = @{ Rows = @(@{ AccessPaths = @(); GptType = '{5808c8aa-7e8f-42e0-85d2-e1e90434cfb3}'; MbrType = $null; DiskNumber = 1 }); Fault = $null }
            (ConvertTo-GuestFacts -Raw $one -Evidence 'psdirect').Facts['volumes'][0]['isDynamic'] | Should -BeTrue
        }
    }
    It 'lists the services that matter and says what was not read' {
        InModuleScope Quiesce -Parameters @{ Raw = $raw } {
            $guest = ConvertTo-GuestFacts -Raw $Raw -Evidence 'psdirect'
            @($guest.Facts['services']).Count | Should -Be 1
            $guest.Facts['vssWriters'] | Should -BeNullOrEmpty
            @($guest.Absent | Where-Object { $_['fact'] -eq 'guest.vssWriters' })[0]['reason'] | Should -BeExactly 'permission-denied'
            @($guest.Absent | Where-Object { $_['fact'] -eq 'guest.iscsiSessions' })[0]['text'] | Should -BeExactly 'Invalid class'
            $guest.Facts['smbDataMounts'] | Should -Be 0
        }
    }
}
