# What is read of VMs and their host: rights, one broken VM, volumes, products. Synthetic data.
BeforeAll {
    $ErrorActionPreference = 'Stop'
    Import-Module ([IO.Path]::Combine($PSScriptRoot, '..', 'Quiesce', 'Quiesce.psd1')) -Force
}
AfterAll { Remove-Module Quiesce -ErrorAction SilentlyContinue }

Describe 'Rights' {
    It 'makes the SID of a VM out of its GUID' { InModuleScope Quiesce { Get-VmSid -Id '00000001-0002-0003-0405-060708090a0b' | Should -BeExactly 'S-1-5-83-1-1-196610-117835012-185207048' } }
    It '<Sddl> is <Level>' -TestCases @(
        @{ Sddl = 'O:BAG:BAD:(A;ID;FA;;;SY)(A;;FA;;;S-1-5-83-1-1)'; Level = 'full' }
        @{ Sddl = 'D:(A;;0x1f01ff;;;S-1-5-83-1-1)'; Level = 'full' }
        @{ Sddl = 'D:(A;;0x12019f;;;S-1-5-83-1-1)'; Level = 'some' }
        @{ Sddl = 'D:(A;;FA;;;S-1-5-83-1-12)'; Level = 'none' }
        @{ Sddl = 'D:(D;;FA;;;S-1-5-83-1-1)(A;;FA;;;S-1-5-83-1-1)'; Level = 'none' }
        @{ Sddl = 'D:(A;OICIIO;FA;;;S-1-5-83-1-1)'; Level = 'none' }
        @{ Sddl = 'D:(A;;FA;;;S-1-5-83-0)'; Level = 'group' }
        @{ Sddl = 'D:(A;;FA;;;S-1-5-83-0)(A;;FR;;;S-1-5-83-1-1)'; Level = 'some' }
        @{ Sddl = 'D:(A;;FR;;;S-1-5-83-0)(A;;FA;;;S-1-5-83-1-1)'; Level = 'full' }
        @{ Sddl = 'D:(D;;FA;;;S-1-5-83-0)(A;;FA;;;S-1-5-83-1-1)'; Level = 'none' }
        @{ Sddl = 'D:(A;OICIIO;FA;;;S-1-5-83-0)'; Level = 'none' }
        @{ Sddl = ''; Level = 'none' }
    ) { InModuleScope Quiesce -Parameters @{ Sddl = $Sddl; Level = $Level } { Get-AccessLevel -Sddl $Sddl -Sid 'S-1-5-83-1-1' | Should -BeExactly $Level } }
    It 'names the file on which only the group of all VMs has rights' {
        InModuleScope Quiesce {
            $id = '00000001-0002-0003-0405-060708090a0b'
            Mock Invoke-Source { @{ Rows = @([pscustomobject]@{ Path = 'D:\a.vhdx'; Sddl = 'D:(A;;FA;;;S-1-5-83-0)' }, [pscustomobject]@{ Path = 'D:\b.vhdx'; Sddl = "D:(A;;FA;;;$(Get-VmSid -Id $id))" }); Errors = @(); Failed = $false; Label = 'x' } }
            $run = New-Run -CallSeconds 0 -RunSeconds 60
            $disks = 'D:\a.vhdx', 'D:\b.vhdx' | ForEach-Object { [ordered]@{ kind = 'virtual'; path = $_; isSmb = $false } }
            $run.Vms[$id] = @{ Id = $id; Facts = [ordered]@{ disks = $disks; acl = $null }; Absent = [Collections.Generic.List[object]]::new() }
            Read-VmAccess -Run $run -Section (Open-Section -Run $run -Name 'disks') -Path ([ordered]@{ a = 'D:\a.vhdx'; b = 'D:\b.vhdx' })
            $run.Vms[$id].Facts['acl'] | Should -BeNullOrEmpty
            $run.Vms[$id].Absent[0]['reason'] | Should -BeExactly 'ambiguous'
            $run.Vms[$id].Absent[0]['text'] | Should -BeLike '*D:\a.vhdx*S-1-5-83-0*'
        }
    }
    It 'takes an empty listing for an account without rights as no listing' {
        InModuleScope Quiesce {
            Mock Invoke-Source { @{ Rows = [Collections.Generic.List[object]]::new(); Errors = [Collections.Generic.List[object]]::new(); Failed = $false; Label = 'x' } }
            $run = New-Run -CallSeconds 0 -RunSeconds 60
            $run.Account = @{ Name = 'u'; Elevated = $false; HyperVAdmin = $false }
            Read-Vms -Run $run
            $run.Sections['vms'].Complete | Should -BeFalse
            $run.Sections['vms'].Errors[0]['reason'] | Should -BeExactly 'permission-denied'
            $run.Sections['vms'].Errors[0]['mend'] | Should -Match 'S-1-5-32-578'
            $run = New-Run -CallSeconds 0 -RunSeconds 60
            $run.Account = @{ Name = 'u'; Elevated = $false; HyperVAdmin = $true }
            Read-Vms -Run $run
            $run.Sections['vms'].Complete | Should -BeTrue
        }
    }
}

Describe 'One broken VM' {
    BeforeAll {
        function script:Invoke-TestFailed {
            param($Target, $Rows)
            InModuleScope Quiesce -Parameters @{ Target = $Target; Rows = $Rows } {
                $run = New-Run -CallSeconds 0 -RunSeconds 60
                foreach ($n in 1..3) { $run.Vms["0000000$n-0000-4000-8000-000000000000"] = @{ Id = "0000000$n-0000-4000-8000-000000000000" } }
                $record = [Management.Automation.ErrorRecord]::new([Exception]::new('x'), 'x', 'NotSpecified', $Target)
                @((Get-FailedVms -Run $run -Result @{ Label = 'l'; Failed = $false; Rows = $Rows; Errors = @(@{ Reason = 'error'; Text = 't'; Mend = ''; Record = $record }) }).Keys | Sort-Object)
            }
        }
    }
    It 'costs itself when the error names it' {
        Invoke-TestFailed ([pscustomobject]@{ VMId = [Guid] '00000002-0000-4000-8000-000000000000' }) @() | Should -Be @('00000002-0000-4000-8000-000000000000')
    }
    It 'costs those of which nothing came when the error names none' {
        Invoke-TestFailed $null @([pscustomobject]@{ VMId = [Guid] '00000001-0000-4000-8000-000000000000' }) | Should -Be @('00000002-0000-4000-8000-000000000000', '00000003-0000-4000-8000-000000000000')
    }
}

Describe 'Volumes' {
    It 'are found by the longest root' {
        InModuleScope Quiesce {
            $run = New-Run -CallSeconds 0 -RunSeconds 60
            foreach ($root in 'C:\', 'C:\ClusterStorage\Volume1', 'C:\ClusterStorage\Volume10') { $run.Volumes.Add([ordered]@{ path = $root; uniqueId = $root }) }
            (Get-HostVolume -Run $run -Path 'c:\clusterstorage\volume10\x.vhdx')['uniqueId'] | Should -BeExactly 'C:\ClusterStorage\Volume10'
            (Get-HostVolume -Run $run -Path 'C:\ClusterStorage\Volume1\x.vhdx')['uniqueId'] | Should -BeExactly 'C:\ClusterStorage\Volume1'
            (Get-HostVolume -Run $run -Path 'C:\x.vhdx')['uniqueId'] | Should -BeExactly 'C:\'
            Get-HostVolume -Run $run -Path '\\fs\x.vhdx' | Should -BeNullOrEmpty
            Get-HostVolume -Run $run -Path 'E:\x.vhdx' | Should -BeNullOrEmpty
        }
    }
}

Describe 'Products' {
    It 'names the one there is, and says how it asks only up to 2012 R2' -TestCases @(@{ Kernel = '6.3'; Api = 'vss' }, @{ Kernel = '10.0'; Api = 'unknown' }) {
        InModuleScope Quiesce -Parameters @{ Kernel = $Kernel; Api = $Api } {
            $run = New-Run -CallSeconds 0 -RunSeconds 60
            $run.Kernel = $Kernel
            $run.Products = @([ordered]@{ name = 'P'; version = $null })
            $run.Host['backupProducts'] = $run.Products
            $facts = [ordered]@{ product = $null }
            Set-VmProduct -Run $run -Facts $facts -Absent ([Collections.Generic.List[object]]::new())
            $facts['product']['api'] | Should -BeExactly $Api
        }
    }
    It 'chooses none of two' {
        InModuleScope Quiesce {
            $run = New-Run -CallSeconds 0 -RunSeconds 60
            $run.Products = @([ordered]@{ name = 'P' }, [ordered]@{ name = 'Q' })
            $run.Host['backupProducts'] = $run.Products
            $facts = [ordered]@{ product = $null }
            $absent = [Collections.Generic.List[object]]::new()
            Set-VmProduct -Run $run -Facts $facts -Absent $absent
            $facts['product'] | Should -BeNullOrEmpty
            $absent[0]['reason'] | Should -BeExactly 'ambiguous'
        }
    }
}
