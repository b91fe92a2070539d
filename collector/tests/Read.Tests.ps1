# What is read of the host: texts of programs, errors, chains, limits. Synthetic data.
BeforeAll {
    $ErrorActionPreference = 'Stop'
    Import-Module ([IO.Path]::Combine($PSScriptRoot, '..', 'Quiesce', 'Quiesce.psd1')) -Force
    function script:New-TestResult { param($Rows = @(), $Errors = @()) @{ Label = 'test'; Rows = @($Rows); Errors = @($Errors); Failed = @($Rows).Count -eq 0 -and @($Errors).Count -gt 0 } }
    function script:New-TestCause { param([string] $Reason = 'error', $Exception) @{ Reason = $Reason; Text = 'told'; Mend = 'mend'; Record = $(if ($Exception) { [Management.Automation.ErrorRecord]::new($Exception, 'x', 'NotSpecified', $null) }) } }
    $script:id = '7d0c4f1e-52a8-4b7b-9c1d-9e3a60b2f2a4'
}
AfterAll { Remove-Module Quiesce -ErrorAction SilentlyContinue }

Describe 'Writers out of text' {
    It 'needs no word: name, GUID, number and place are enough' {
        InModuleScope Quiesce {
            $lines = foreach ($n in 1..4) { "x : 'W$n'", "  y: {0000000$n-0000-4000-8000-000000000000}", "  z: {1000000$n-0000-4000-8000-000000000000}", "  q$([char] 0xFF1A) [$(if ($n -eq 4) { 8 } else { 1 })] w", "  e: $(if ($n -eq 4) { 'bad' } else { 'gut' })", '' }
            $writers = @(ConvertFrom-WriterList -Line $lines)
            $writers.Count | Should -Be 4
            @($writers | ForEach-Object { $_['lastError'] }) | Should -Be @('none', 'none', 'none', 'bad')
            $writers[3]['state'] | Should -Be 8
        }
    }
    It 'does not understand a last error that a failed writer shares with the stable ones' {
        InModuleScope Quiesce {
            $lines = foreach ($n in 1..4) { "x: 'W$n'", "y: {0000000$n-0000-4000-8000-000000000000}", "z: {1000000$n-0000-4000-8000-000000000000}", "q: [$(if ($n -eq 4) { 9 } else { 1 })] w", 'e: gut' }
            @(ConvertFrom-WriterList -Line $lines | ForEach-Object { $_['lastError'] }) | Should -Be @($null, $null, $null, $null)
        }
    }
    It 'finds none in an error text' { InModuleScope Quiesce { @(ConvertFrom-WriterList -Line 'Error: You do not have the correct permissions.', '', '').Count | Should -Be 0 } }
}

Describe 'Components out of text' {
    BeforeAll {
        function script:New-TestListing {
            param([string] $Caption, [string] $Writer = '66841cd4-6ded-4f4b-8f17-fd23f8ddc3de')
            "* W `"Microsoft Hyper-V VSS Writer`"", "- i = {$Writer}", '- j = {22222222-0000-4000-8000-000000000000}', '+ K "Microsoft Hyper-V VSS Writer:\Host Component"', '- n: Host Component', '- l:', '- f: \Host Component', '- c: Host Component',
            "+ K `"Microsoft Hyper-V VSS Writer:\7D0C4F1E-52A8-4B7B-9C1D-9E3A60B2F2A4`"", '- n: 7D0C4F1E-52A8-4B7B-9C1D-9E3A60B2F2A4', '- l:', '- f: \7D0C4F1E-52A8-4B7B-9C1D-9E3A60B2F2A4', "- c: $Caption", '- t: VSS_CT_FILEGROUP [2]', '* W "Other"', '- i = {33333333-0000-4000-8000-000000000000}'
        }
    }
    It '<Caption> is <Method>' -TestCases @(
        @{ Caption = 'Backup Using Child Partition Snapshot\VM01'; Method = 'online' }
        @{ Caption = 'Backup Using Saved State\VM01'; Method = 'saved-state' }
        @{ Caption = 'Online\VM01'; Method = 'online' }
        @{ Caption = 'Offline\VM01'; Method = 'saved-state' }
        @{ Caption = 'Sicherung mit gespeichertem Zustand\Online'; Method = 'unknown' }
        @{ Caption = 'Backup Using Saved State of Online\VM01'; Method = 'unknown' }
    ) {
        InModuleScope Quiesce -Parameters @{ Lines = (New-TestListing $Caption); Caption = $Caption; Method = $Method; Id = $id } {
            $found = ConvertFrom-ComponentList -Line $Lines
            @($found.Keys) | Should -Be @($Id)
            $found[$Id]['raw'] | Should -BeExactly $Caption
            $found[$Id]['method'] | Should -BeExactly $Method
        }
    }
    It 'takes components of no other writer' {
        InModuleScope Quiesce -Parameters @{ Lines = (New-TestListing 'Online\VM01' '44444444-0000-4000-8000-000000000000') } { (ConvertFrom-ComponentList -Line $Lines).Count | Should -Be 0 }
    }
    It 'is not asked for when it is left out, on a client, or without elevation' -TestCases @(@{ Skip = $true; Type = 3; Elevated = $true; Reason = 'not-collected' }, @{ Skip = $false; Type = 1; Elevated = $true; Reason = 'not-supported' }, @{ Skip = $false; Type = 3; Elevated = $false; Reason = 'permission-denied' }) {
        InModuleScope Quiesce -Parameters @{ Skip = $Skip; Type = $Type; Elevated = $Elevated; Reason = $Reason; Id = $id } {
            Mock Invoke-Source { throw 'asked' }
            $run = New-Run -CallSeconds 0 -RunSeconds 60
            $run.ProductType = $Type
            $run.Account = @{ Name = 'u'; Elevated = $Elevated; HyperVAdmin = $true }
            $run.Vms[$Id] = @{ Id = $Id; Facts = [ordered]@{ vssComponent = $null }; Absent = [Collections.Generic.List[object]]::new() }
            Read-VssComponents -Run $run -Skip:$Skip
            $run.Vms[$Id].Absent[0]['reason'] | Should -BeExactly $Reason
        }
    }
}

Describe 'Why a call failed' {
    It '<Name> is <Reason>' -TestCases @(
        @{ Name = 'access denied'; Exception = [UnauthorizedAccessException]::new('x'); Reason = 'permission-denied' }
        @{ Name = 'a timeout'; Exception = [TimeoutException]::new('x'); Reason = 'timed-out' }
        @{ Name = 'a missing cmdlet'; Exception = [Management.Automation.CommandNotFoundException]::new('x'); Reason = 'not-supported' }
        @{ Name = 'RPC not there'; Exception = [Runtime.InteropServices.COMException]::new('x', -2147023174); Reason = 'unreachable' }
        @{ Name = 'WMI access denied'; Exception = [Runtime.InteropServices.COMException]::new('x', -2147217405); Reason = 'permission-denied' }
        @{ Name = 'an invalid class'; Exception = [Runtime.InteropServices.COMException]::new('x', -2147217392); Reason = 'not-supported' }
        @{ Name = 'one inside another'; Exception = [InvalidOperationException]::new('x', [UnauthorizedAccessException]::new('y')); Reason = 'permission-denied' }
        @{ Name = 'anything else'; Exception = [Exception]::new('Zugriff verweigert'); Reason = 'error' }
    ) {
        InModuleScope Quiesce -Parameters @{ Exception = $Exception; Reason = $Reason } {
            $cause = Get-ErrorReason -Run (New-Run -CallSeconds 0 -RunSeconds 60) -Record ([Management.Automation.ErrorRecord]::new($Exception, 'x', 'NotSpecified', $null)) -Reader 'Read-HyperV' -Label 'l'
            $cause.Reason | Should -BeExactly $Reason
        }
    }
    It 'a file in use is of another node on a cluster, an error elsewhere' {
        InModuleScope Quiesce {
            $record = [Management.Automation.ErrorRecord]::new([IO.IOException]::new('x', -2147024864), 'x', 'NotSpecified', $null)
            $run = New-Run -CallSeconds 0 -RunSeconds 60
            (Get-ErrorReason -Run $run -Record $record -Reader 'Read-HyperV' -Label 'l').Reason | Should -BeExactly 'error'
            $run.IsClusterNode = $true
            (Get-ErrorReason -Run $run -Record $record -Reader 'Read-HyperV' -Label 'l').Reason | Should -BeExactly 'other-node'
        }
    }
    It 'names the grant with the account as data: <Account>' -TestCases @(@{ Account = "CORP\o'brien" }, @{ Account = "x$([char] 0x2019); Remove-VM *" }) {
        InModuleScope Quiesce -Parameters @{ Account = $Account } {
            $run = New-Run -CallSeconds 0 -RunSeconds 60
            $run.Account = @{ Name = $Account }
            $mend = (Get-Mend -Run $run -Reason 'permission-denied' -Reader 'Read-HyperV') -replace '^[^:]*: ', ''
            $errors = $null
            $tree = [Management.Automation.Language.Parser]::ParseInput($mend, [ref] $null, [ref] $errors)
            $errors.Count | Should -Be 0
            @($tree.FindAll({ param($node) $node -is [Management.Automation.Language.CommandAst] }, $true)).Count | Should -Be 1
            @($tree.FindAll({ param($node) $node -is [Management.Automation.Language.StringConstantExpressionAst] }, $true) | ForEach-Object Value) | Should -Contain $Account
        }
    }
}

Describe 'Limits of a run' {
    It 'asks nothing any more after its end' {
        InModuleScope Quiesce {
            $run = New-Run -CallSeconds 0 -RunSeconds 60
            $run.Deadline = [DateTime]::UtcNow.AddSeconds(-1)
            Mock Read-HyperV { throw 'asked' }
            $result = Invoke-Source -Run $run -Reader 'Read-HyperV' -With @{ What = 'VM' }
            $result.Failed | Should -BeTrue
            $result.Errors[0].Reason | Should -BeExactly 'timed-out'
        }
    }
    It 'keeps rows beside errors that did not end the call' {
        InModuleScope Quiesce {
            Mock Read-HyperV { 'row'; Write-Error -Message 'one VM' -ErrorAction Continue }
            $result = Invoke-Source -Run (New-Run -CallSeconds 0 -RunSeconds 60) -Reader 'Read-HyperV' -With @{ What = 'VM' }
            $result.Failed | Should -BeFalse
            $result.Rows.Count | Should -Be 1
            $result.Errors.Count | Should -Be 1
        }
    }
    It 'counts its calls by what they read' {
        InModuleScope Quiesce {
            Mock Read-Cim { 'x' }
            $run = New-Run -CallSeconds 0 -RunSeconds 60
            foreach ($n in 1..3) { [void] (Invoke-Source -Run $run -Reader 'Read-Cim' -With @{ ClassName = 'C' }) }
            $run.Calls['Read-Cim C'] | Should -Be 3
        }
    }
    It 'calls nothing but its readers' { InModuleScope Quiesce { { Invoke-Source -Run (New-Run -CallSeconds 0 -RunSeconds 60) -Reader 'Remove-Item' } | Should -Throw } }
    It 'leaves a reader behind that hangs, and reads on' {
        InModuleScope Quiesce {
            $run = New-Run -CallSeconds 1 -RunSeconds 60
            $run.Isolate = $true
            $before = ${function:Read-FileState}
            try {
                Set-Item function:script:Read-FileState { param([string] $Path) while ($Path -eq 'hang') { [Threading.Thread]::Sleep(20) }; 'exists' }
                (Invoke-Source -Run $run -Reader 'Read-FileState' -With @{ Path = 'hang' }).Errors[0].Reason | Should -BeExactly 'timed-out'
                (Invoke-Source -Run $run -Reader 'Read-FileState' -With @{ Path = 'x' }).Rows[0] | Should -BeExactly 'exists'
            }
            finally {
                Set-Item function:script:Read-FileState $before
                if ($null -ne $run.Runspace) { $run.Runspace.Dispose() }
            }
        }
    }
}

Describe 'Chains' {
    BeforeAll {
        function script:New-TestVhd { param([string] $Path, [string] $Parent) [pscustomobject]@{ Path = $Path; VhdFormat = 'VHDX'; VhdType = $(if ($Parent) { 'Differencing' } else { 'Dynamic' }); Size = 10GB; FileSize = 1GB; LogicalSectorSize = 512; PhysicalSectorSize = 4096; Alignment = 1; ParentPath = $Parent } }
        function script:New-TestDisk { param([string] $Path) [ordered]@{ kind = 'vhd'; path = $Path; chain = $null; chainError = $null; format = $null; type = $null; sizeBytes = $null; fileBytes = $null; logicalSector = $null; physicalSector = $null; alignment = $null } }
        function script:Invoke-TestChain {
            param([hashtable] $Known, [string] $Path)
            InModuleScope Quiesce -Parameters @{ Known = $Known; Disk = (New-TestDisk $Path) } {
                Mock Invoke-Source -ParameterFilter { $Reader -eq 'Read-FileState' } { @{ Rows = @('unknown'); Errors = @(); Failed = $false; Label = 'x' } }
                $run = New-Run -CallSeconds 0 -RunSeconds 60
                $vm = @{ Absent = [Collections.Generic.List[object]]::new() }
                Set-DiskChain -Run $run -Section (Open-Section -Run $run -Name 'disks') -Vm $vm -Disk $Disk -At 0 -Known $Known
                @{ Disk = $Disk; Absent = $vm.Absent }
            }
        }
    }
    It 'lists files from the one written now to the base' {
        $made = Invoke-TestChain @{ 'd:\a.avhdx' = @{ Vhd = (New-TestVhd 'D:\a.avhdx' 'D:\Base.vhdx'); Cause = $null }; 'd:\base.vhdx' = @{ Vhd = (New-TestVhd 'D:\Base.vhdx'); Cause = $null } } 'D:\a.avhdx'
        $made.Disk['chainError'] | Should -BeExactly 'none'
        @($made.Disk['chain']) | Should -BeExactly @('D:\a.avhdx', 'D:\Base.vhdx')
        $made.Disk['type'] | Should -BeExactly 'Differencing'
    }
    It 'says base-missing when the parent is gone' {
        $made = Invoke-TestChain @{ 'd:\a.avhdx' = @{ Vhd = (New-TestVhd 'D:\a.avhdx' 'D:\Base.vhdx'); Cause = $null }; 'd:\base.vhdx' = @{ Vhd = $null; Cause = (New-TestCause 'error' ([IO.FileNotFoundException]::new('x'))) } } 'D:\a.avhdx'
        $made.Disk['chainError'] | Should -BeExactly 'base-missing'
    }
    It 'says broken when the file itself is gone or Hyper-V says so' -TestCases @(@{ Exception = [IO.FileNotFoundException]::new('x') }, @{ Exception = [Runtime.InteropServices.COMException]::new('x', -1069940722) }) {
        (Invoke-TestChain @{ 'd:\a.vhdx' = @{ Vhd = $null; Cause = (New-TestCause 'error' $Exception) } } 'D:\a.vhdx').Disk['chainError'] | Should -BeExactly 'broken'
    }
    It 'says not-read, with the reason, when it could only not be read: <Reason>' -TestCases @(@{ Reason = 'permission-denied' }, @{ Reason = 'other-node' }, @{ Reason = 'timed-out' }, @{ Reason = 'error' }) {
        $made = Invoke-TestChain @{ 'd:\a.vhdx' = @{ Vhd = $null; Cause = (New-TestCause $Reason) } } 'D:\a.vhdx'
        $made.Disk['chainError'] | Should -BeExactly 'not-read'
        $made.Absent[0]['fact'] | Should -BeExactly 'disks[0]'
        $made.Absent[0]['reason'] | Should -BeExactly $Reason
    }
    It 'ends at a file that is its own parent' {
        (Invoke-TestChain @{ 'd:\a.vhdx' = @{ Vhd = (New-TestVhd 'D:\a.vhdx' 'D:\A.vhdx'); Cause = $null } } 'D:\a.vhdx').Disk['chainError'] | Should -BeExactly 'broken'
    }
    It 'tries a file again alone that a bulk call did not bring, wildcard characters escaped' {
        InModuleScope Quiesce -Parameters @{ Good = (New-TestVhd 'D:\a.vhdx'); Odd = (New-TestVhd 'D:\x[1].vhdx') } {
            $script:asked = [Collections.Generic.List[string]]::new()
            Mock Invoke-Source {
                $script:asked.Add($With['Path'] -join '|')
                if ($With['Path'].Count -gt 1) { return @{ Rows = @($Good); Errors = @(@{ Reason = 'error'; Text = 't'; Mend = ''; Record = $null }); Failed = $false; Label = 'x' } }
                @{ Rows = @($Odd); Errors = @(); Failed = $false; Label = 'x' }
            }
            $known = @{}
            Read-VhdFiles -Run (New-Run -CallSeconds 0 -RunSeconds 60) -Path 'D:\a.vhdx', 'D:\x[1].vhdx' -Known $known
            $script:asked[1] | Should -BeExactly 'D:\x`[1`].vhdx'
            $known['d:\x[1].vhdx'].Vhd | Should -Not -BeNullOrEmpty
        }
    }
    It 'asks each volume apart when all together hang' {
        InModuleScope Quiesce -Parameters @{ Good = (New-TestVhd 'D:\a.vhdx') } {
            $run = New-Run -CallSeconds 0 -RunSeconds 60
            foreach ($letter in 'D', 'E') { $run.Volumes.Add([ordered]@{ path = "${letter}:\"; uniqueId = $letter }) }
            Mock Invoke-Source {
                if ("$($With['Path'])" -match 'E:') { return @{ Rows = @(); Errors = @(@{ Reason = 'timed-out'; Text = 't'; Mend = ''; Record = $null }); Failed = $true; Label = 'x' } }
                @{ Rows = @($Good); Errors = @(); Failed = $false; Label = 'x' }
            }
            $known = @{}
            Read-VhdFiles -Run $run -Path 'D:\a.vhdx', 'E:\b.vhdx', 'E:\c.vhdx' -Known $known
            $known['d:\a.vhdx'].Vhd | Should -Not -BeNullOrEmpty
            $known['e:\c.vhdx'].Cause.Reason | Should -BeExactly 'timed-out'
            Should -Invoke Invoke-Source -Exactly 3
        }
    }
}
