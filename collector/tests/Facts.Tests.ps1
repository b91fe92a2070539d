# The small functions that turn what Windows says into facts. Synthetic data.
BeforeAll {
    $ErrorActionPreference = 'Stop'
    Set-StrictMode -Version Latest
    Import-Module ([IO.Path]::Combine($PSScriptRoot, '..', 'Quiesce', 'Quiesce.psd1')) -Force
}
AfterAll { Remove-Module Quiesce -ErrorAction SilentlyContinue }

Describe 'Texts and numbers' {
    It 'keeps <Text> as <Kept>' -TestCases @(@{ Text = '  a b '; Kept = 'a b' }, @{ Text = 'abcdef'; Kept = 'abcd' }, @{ Text = '   '; Kept = $null }, @{ Text = $null; Kept = $null }) {
        param($Text, $Kept)
        $of = @{ Text = $Text; Kept = $Kept }
        InModuleScope Quiesce -Parameters $of { param($Text, $Kept) Limit-Text $Text 4 | Should -BeExactly $Kept }
    }
    It 'takes <Value> for the whole number <Number>' -TestCases @(
        @{ Value = 7.9; Number = 7 }, @{ Value = '12'; Number = 12 }, @{ Value = [uint64]::MaxValue; Number = $null }, @{ Value = -1; Number = $null }, @{ Value = ''; Number = $null }, @{ Value = 'x'; Number = $null }, @{ Value = 9007199254740991; Number = 9007199254740991 }
    ) {
        param($Value, $Number)
        InModuleScope Quiesce -Parameters @{ Value = $Value; Number = $Number } { param($Value, $Number) ConvertTo-Whole $Value | Should -Be $Number }
    }
    It 'names an enum, and a number only where the table does' {
        InModuleScope Quiesce {
            ConvertTo-Word ([DayOfWeek]::Friday) @{ '5' = 'Five' } | Should -BeExactly 'Friday'
            ConvertTo-Word 5 @{ '5' = 'Five' } | Should -BeExactly 'Five'
            ConvertTo-Word 32783 @{ '5' = 'Five' } | Should -BeExactly '32783'
        }
    }
    It 'finds GUIDs in texts' {
        InModuleScope Quiesce {
            $first = '7D0C4F1E-52A8-4B7B-9C1D-9E3A60B2F2A4'
            $second = '5CED1297-4598-4915-A5FC-AD21BB4D02A4'
            ConvertTo-GuidText "Microsoft:$first\$second" | Should -BeExactly $first.ToLowerInvariant()
            ConvertTo-GuidText "Microsoft:$first\$second" -Last | Should -BeExactly $second.ToLowerInvariant()
            ConvertTo-GuidText 'no id' | Should -BeNullOrEmpty
        }
    }
    It 'takes flags by words and by bits' {
        InModuleScope Quiesce {
            $bits = @{ 1 = 'One'; 2 = 'Two'; 4 = 'Four' }
            @(Split-Flags 5 $bits 'None') | Sort-Object | Should -Be @('Four', 'One')
            @(Split-Flags 'One, Four' $bits 'None') | Should -Be @('One', 'Four')
            @(Split-Flags 'None' $bits 'None').Count | Should -Be 0
        }
    }
    It 'cuts a Windows path on every system' { InModuleScope Quiesce { Split-Folder 'D:\VMs\a b\x.vhdx' | Should -BeExactly 'D:\VMs\a b'; Split-Folder 'x' | Should -BeExactly '' } }
    It 'reads a property that is not there as null, in strict mode' {
        InModuleScope Quiesce {
            Get-Value ([pscustomobject]@{ a = 1 }) 'b' | Should -BeNullOrEmpty
            Get-Value $null 'b' | Should -BeNullOrEmpty
            Get-At ([pscustomobject]@{ a = @($true, $false) }) 'a' 1 | Should -BeFalse
            Get-At ([pscustomobject]@{ a = @($true) }) 'a' 3 | Should -BeNullOrEmpty
        }
    }
}

Describe 'Rows of Windows' {
    It 'knows a VSS provider''s kind by its number: <Type> is <Word>' -TestCases @(@{ Type = 1; Word = 'system' }, @{ Type = 3; Word = 'hardware' }, @{ Type = 9; Word = $null }) {
        param($Type, $Word)
        InModuleScope Quiesce -Parameters @{ Type = $Type; Word = $Word } { param($Type, $Word) (ConvertTo-ProviderFacts -Row @([pscustomobject]@{ Name = 'p'; ID = '{B5946137-7B9F-4925-AF80-51ABD60B20D5}'; Type = $Type }))['type'] | Should -BeExactly $Word }
    }
    It 'knows a device''s class by its PCI code, and guesses none: <Id> is <Class>' -TestCases @(
        @{ Id = 'PCI\VEN_1&DEV_2&CC_0108'; Class = 'storage' }, @{ Id = 'PCI\VEN_1&CC_0200'; Class = 'network' }, @{ Id = 'PCI\VEN_1&CC_0302'; Class = 'gpu' }, @{ Id = 'PCI\VEN_1&DEV_2'; Class = $null }
    ) {
        param($Id, $Class)
        InModuleScope Quiesce -Parameters @{ Id = $Id; Class = $Class } { param($Id, $Class) (ConvertTo-DeviceFacts -Row ([pscustomobject]@{ InstanceID = $Id; Name = 'x'; LocationPath = 'PCIROOT(0)' }))['class'] | Should -BeExactly $Class }
    }
    It 'knows a component by the GUID at the end of its id, whatever its name' {
        InModuleScope Quiesce {
            $vm = @{ Running = $false; Absent = [Collections.Generic.List[object]]::new() }
            $row = [pscustomobject]@{ Name = 'Sicherung'; Id = 'Microsoft:7D0C4F1E-52A8-4B7B-9C1D-9E3A60B2F2A4\5CED1297-4598-4915-A5FC-AD21BB4D02A4'; Enabled = $true; PrimaryOperationalStatus = $null; SecondaryOperationalStatus = $null; PrimaryStatusDescription = '' }
            $facts = ConvertTo-ComponentFacts -Row $row -Vm $vm -At 2
            $facts['role'] | Should -BeExactly 'vss'
            $facts['enabled'] | Should -BeTrue
            "$($vm.Absent[0]['fact']) $($vm.Absent[0]['reason'])" | Should -BeExactly 'integration[2].primaryStatus vm-off'
        }
    }
    It 'knows what a disk is by its number, its controller and its file: <Kind>' -TestCases @(
        @{ Kind = 'passthrough'; Path = 'Disk 3'; Number = 3; Controller = 'SCSI' }, @{ Kind = 'vhdset'; Path = 'C:\x.vhds'; Number = $null; Controller = 'SCSI' }, @{ Kind = 'pmem'; Path = 'C:\x.vhdpmem'; Number = $null; Controller = 'PMEM' }, @{ Kind = 'vhd'; Path = 'C:\x.vhdx'; Number = $null; Controller = 'IDE' }
    ) {
        param($Kind, $Path, $Number, $Controller)
        InModuleScope Quiesce -Parameters @{ Kind = $Kind; Path = $Path; Number = $Number; Controller = $Controller } {
            param($Kind, $Path, $Number, $Controller)
            $drive = [pscustomobject]@{ Path = $Path; DiskNumber = $Number; ControllerType = $Controller; ControllerNumber = 0; ControllerLocation = 1; SupportPersistentReservations = $false }
            (ConvertTo-DiskFacts -Run (New-Run -CallSeconds 0 -RunSeconds 60) -Drive $drive)['kind'] | Should -BeExactly $Kind
        }
    }
}

Describe 'Reasons' {
    It 'notes a reason, and no more than 1,000 on one record' {
        InModuleScope Quiesce {
            $list = [Collections.Generic.List[object]]::new()
            for ($n = 0; $n -lt 1100; $n++) { Add-Absent -To $list -Fact "f$n" -Reason 'error' -Text 'told' }
            $list.Count | Should -Be 1000
            $list[0]['reason'] | Should -BeExactly 'error'
        }
    }
    It 'gives a call''s own error as the reason of each fact that it should have brought' {
        InModuleScope Quiesce {
            $list = [Collections.Generic.List[object]]::new()
            Add-AbsentOf -To $list -Fact 'a', 'b' -Result @{ Label = 'x'; Errors = @(@{ Reason = 'timed-out'; Text = 'late' }) }
            @(foreach ($note in $list) { "$($note['fact']) $($note['reason']) $($note['text'])" }) | Should -Be @('a timed-out late', 'b timed-out late')
        }
    }
    It 'tells no error of a section for what another node reads, nor for what this Windows lacks' {
        InModuleScope Quiesce {
            $section = @{ Complete = $true; Errors = [Collections.Generic.List[object]]::new() }
            $errors = @(@{ Reason = 'other-node'; Text = 'a'; Mend = '' }, @{ Reason = 'not-supported'; Text = 'b'; Mend = '' }, @{ Reason = 'permission-denied'; Text = 'c'; Mend = 'grant' })
            Add-SectionErrors -Section $section -Result @{ Errors = $errors }
            $section.Errors.Count | Should -Be 1
            $section.Errors[0]['mend'] | Should -BeExactly 'grant'
            $section.Complete | Should -BeTrue
        }
    }
}
