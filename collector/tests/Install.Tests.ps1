# Enrolment, scheduled task, removal, and Test-QuiesceCollector. Synthetic data; nothing is installed.
BeforeAll {
    $ErrorActionPreference = 'Stop'
    Import-Module ([IO.Path]::Combine($PSScriptRoot, '..', 'Quiesce', 'Quiesce.psd1')) -Force
    # The body of a mock runs where it was written; bound, it runs inside the module.
    function Inside([scriptblock] $Body) { (Get-Module Quiesce).NewBoundScriptBlock($Body) }
}
AfterAll { Remove-Module Quiesce -ErrorAction SilentlyContinue }

Describe 'Installing' {
    BeforeEach {
        $folder = [IO.Path]::Combine("$TestDrive", [Guid]::NewGuid().ToString('N'))
        [Environment]::SetEnvironmentVariable('QUIESCE_COLLECTOR_HOME', $folder)
        Mock -ModuleName Quiesce Protect-QuiesceHome { }
        Mock -ModuleName Quiesce Protect-QuiesceSecret (Inside { , [byte[]] @($Bytes | ForEach-Object { $_ -bxor 90 }) })
        Mock -ModuleName Quiesce Unprotect-QuiesceSecret (Inside { , [byte[]] @($Bytes | ForEach-Object { $_ -bxor 90 }) })
        Mock -ModuleName Quiesce Install-QuiesceEventSource { }
        Mock -ModuleName Quiesce Uninstall-QuiesceEventSource { }
        Mock -ModuleName Quiesce Write-QuiesceEventEntry { }
        Mock -ModuleName Quiesce Install-QuiesceTask { }
        Mock -ModuleName Quiesce Remove-QuiesceTask { }
        Mock -ModuleName Quiesce Read-Account { @{ Name = 'CONTOSO\admin'; Elevated = $true; HyperVAdmin = $true } }
        Mock -ModuleName Quiesce Read-Cim { if ($ClassName -eq 'Win32_ComputerSystem') { [pscustomobject] @{ Name = 'HV01'; DNSHostName = 'hv01'; Domain = 'contoso.test'; PartOfDomain = $true } } }
        Mock -ModuleName Quiesce Invoke-QuiesceCollection (Inside { $at = Step-QuiesceSequence; [pscustomobject] @{ Json = "{""sequence"":$($at.Sequence)}"; DocumentId = 'first'; Vms = 4 } })
        InModuleScope Quiesce { $script:asked = @() }
        Mock -ModuleName Quiesce Invoke-QuiesceHttp (Inside {
                $script:asked += , @("$Uri", $Body)
                if ("$Uri" -like '*/enrol') { return New-QuiesceReply -Status 201 -Body '{"collectorId":"abcdefabcdef","token":"qsc_abcdefabcdef.synthetic_secret_of_a_test","epoch":3,"state":"active","intervalSeconds":900,"scope":"Site A"}' }
                New-QuiesceReply -Status 202 -Body '{"result":"accepted","vms":4,"sender":{"epoch":3}}'
            })
    }
    AfterEach { [Environment]::SetEnvironmentVariable('QUIESCE_COLLECTOR_HOME', $null) }

    It 'enrols, keeps the credential encrypted, installs the task, runs once and says what it sent' {
        $result = Register-QuiesceCollector -Server 'https://quiesce.example.org/' -Code 'qec_code_of_a_test' -Confirm:$false
        $result.CollectorId | Should -Be 'abcdefabcdef'
        $result.State | Should -Be 'active'
        $result.IntervalSeconds | Should -Be 900
        $result.Run.Outcome | Should -Be 'sent'
        $result.Run.Sent | Should -Be 1
        Should -Invoke -ModuleName Quiesce Install-QuiesceTask -Times 1 -Exactly -ParameterFilter { $Account -eq 'SYSTEM' -and $Xml -like '*PT15M*' }
        InModuleScope Quiesce {
            $question = ConvertFrom-QuiesceJson -Text ([Text.Encoding]::UTF8.GetString($script:asked[0][1]))
            $script:asked[0][0] | Should -Be 'https://quiesce.example.org/api/v1/collectors/enrol'
            $question['name'] | Should -Be 'HV01'
            $question['fqdn'] | Should -Be 'hv01.contoso.test'
            $question['installId'] | Should -Be (Get-QuiesceState).InstallId
            (Get-QuiesceState).Epoch | Should -Be 3
            Get-QuiesceToken | Should -Be 'qsc_abcdefabcdef.synthetic_secret_of_a_test'
        }
        $stored = foreach ($file in [IO.Directory]::GetFiles($folder, '*', 'AllDirectories')) { [Text.Encoding]::GetEncoding(28591).GetString([IO.File]::ReadAllBytes($file)) }
        "$stored" | Should -Not -BeLike '*synthetic_secret*'
        "$stored" | Should -Not -BeLike '*code_of_a_test*'
    }
    It 'does nothing with -WhatIf' {
        Register-QuiesceCollector -Server 'https://quiesce.example.org' -Code 'qec_x' -WhatIf
        InModuleScope Quiesce { $script:asked.Count | Should -Be 0 }
        [IO.Directory]::Exists($folder) | Should -BeFalse
        Should -Invoke -ModuleName Quiesce Protect-QuiesceHome -Times 0 -Exactly
        Should -Invoke -ModuleName Quiesce Install-QuiesceTask -Times 0 -Exactly
    }
    It 'says why when the code is refused, and keeps its install id for the next try' {
        Mock -ModuleName Quiesce Invoke-QuiesceHttp (Inside { New-QuiesceReply -Status 401 -Body '{"title":"The code is used up.","mend":"Ask for a new one."}' })
        { Register-QuiesceCollector -Server 'https://quiesce.example.org' -Code 'qec_x' -Confirm:$false } | Should -Throw '*used up*Ask for a new one*'
        InModuleScope Quiesce { (Get-QuiesceState).InstallId | Should -Be (Get-QuiesceState).InstallId; (Get-QuiesceState).CollectorId | Should -BeNullOrEmpty }
    }
    It 'asks again with the same request id until the answer is in, then with another' {
        Mock -ModuleName Quiesce Test-QuiesceHomeClosed { $true }
        Mock -ModuleName Quiesce Invoke-QuiesceHttp (Inside { $script:asked += , @("$Uri", $Body); New-QuiesceReply -Status 0 -Body '' })
        foreach ($try in 1, 2) { { Register-QuiesceCollector -Server 'https://quiesce.example.org' -Code 'qec_x' -Confirm:$false } | Should -Throw '*is not enrolled*' }
        Mock -ModuleName Quiesce Invoke-QuiesceHttp (Inside {
                $script:asked += , @("$Uri", $Body)
                if ("$Uri" -like '*/enrol') { return New-QuiesceReply -Status 201 -Body '{"collectorId":"abcdefabcdef","token":"qsc_abcdefabcdef.synthetic","epoch":1,"state":"active","intervalSeconds":900,"scope":"Site A"}' }
                New-QuiesceReply -Status 202 -Body '{"result":"accepted","vms":4,"sender":{"epoch":1}}'
            })
        foreach ($try in 1, 2) { [void] (Register-QuiesceCollector -Server 'https://quiesce.example.org' -Code 'qec_x' -Force -Confirm:$false) }
        InModuleScope Quiesce {
            $ids = @($script:asked | Where-Object { $_[0] -like '*/enrol' } | ForEach-Object { (ConvertFrom-QuiesceJson -Text ([Text.Encoding]::UTF8.GetString($_[1])))['requestId'] })
            $ids.Count | Should -Be 4
            $ids[0] | Should -Match '^[0-9a-f-]{36}$'
            @($ids[0..2] | Select-Object -Unique).Count | Should -Be 1
            $ids[3] | Should -Not -Be $ids[0]
        }
    }
    It 'does not enrol twice without -Force' {
        [void] (Register-QuiesceCollector -Server 'https://quiesce.example.org' -Code 'qec_x' -Confirm:$false)
        { Register-QuiesceCollector -Server 'https://quiesce.example.org' -Code 'qec_y' -Confirm:$false } | Should -Throw '*is enrolled*-Force*'
        (Register-QuiesceCollector -Server 'https://quiesce.example.org' -Code 'qec_y' -Force -Confirm:$false).CollectorId | Should -Be 'abcdefabcdef'
    }
    It 'runs the task as a gMSA, or installs none' {
        [void] (Register-QuiesceCollector -Server 'https://quiesce.example.org' -Code 'qec_x' -Task 'CONTOSO\quiesce$' -Confirm:$false)
        Should -Invoke -ModuleName Quiesce Install-QuiesceTask -Times 1 -Exactly -ParameterFilter { $Account -eq 'CONTOSO\quiesce$' }
        Should -Invoke -ModuleName Quiesce Protect-QuiesceHome -Times 1 -Exactly -ParameterFilter { $Account -eq 'CONTOSO\quiesce$' }
        [void] (Register-QuiesceCollector -Server 'https://quiesce.example.org' -Code 'qec_x' -Task None -Force -Confirm:$false)
        Should -Invoke -ModuleName Quiesce Install-QuiesceTask -Times 1 -Exactly
    }
    It 'refuses a module folder that others than administrators can change' {
        Mock -ModuleName Quiesce Get-QuiesceAccessRule {
            [pscustomobject] @{ AccessControlType = 'Allow'; IdentityReference = 'S-1-5-18'; FileSystemRights = 0x1F01FF }
            [pscustomobject] @{ AccessControlType = 'Allow'; IdentityReference = 'S-1-5-32-545'; FileSystemRights = 0x1301BF }
        }
        { Register-QuiesceCollector -Server 'https://quiesce.example.org' -Code 'qec_x' -Confirm:$false } | Should -Throw '*S-1-5-32-545 can change files*'
        Mock -ModuleName Quiesce Get-QuiesceAccessRule { [pscustomobject] @{ AccessControlType = 'Allow'; IdentityReference = 'S-1-5-32-545'; FileSystemRights = 0x1200A9 } }
        { Register-QuiesceCollector -Server 'https://quiesce.example.org' -Code 'qec_x' -Confirm:$false } | Should -Not -Throw
    }
    It 'takes nothing over from an open folder but the install id' {
        InModuleScope Quiesce { [void] (Add-QuiesceSpoolItem -Json '{"forged":true}' -DocumentId 'forged' -State (Step-QuiesceSequence)); $script:kept = (Get-QuiesceState).InstallId }
        (Register-QuiesceCollector -Server 'https://quiesce.example.org' -Code 'qec_x' -Confirm:$false).Run.Sent | Should -Be 1
        InModuleScope Quiesce { (Get-QuiesceState).InstallId | Should -Be $script:kept }
    }
    It 'takes nothing over with -Force either, while the folder was not closed' {
        InModuleScope Quiesce {
            [void] (Update-QuiesceState -Change { param($state) $state.CollectorId = 'forged'; $state.Server = 'https://elsewhere.example.org' })
            [void] (Add-QuiesceSpoolItem -Json '{"forged":true}' -DocumentId 'forged' -State (Step-QuiesceSequence))
        }
        (Register-QuiesceCollector -Server 'https://quiesce.example.org' -Code 'qec_x' -Force -Confirm:$false).Run.Sent | Should -Be 1
        Mock -ModuleName Quiesce Test-QuiesceHomeClosed { $true }
        InModuleScope Quiesce { [void] (Add-QuiesceSpoolItem -Json '{"own":true}' -DocumentId 'own' -State (Step-QuiesceSequence)) }
        (Register-QuiesceCollector -Server 'https://quiesce.example.org' -Code 'qec_x' -Force -Confirm:$false).Run.Sent | Should -Be 2
    }
    It 'enrols anew with -Force over a state that cannot be read, and removes one' {
        foreach ($closed in '$true', '$false') {
            Mock -ModuleName Quiesce Test-QuiesceHomeClosed ([scriptblock]::Create($closed))
            InModuleScope Quiesce { Write-QuiesceFile -Path (Get-QuiesceHome -Child 'state.json') -Bytes ([Text.Encoding]::UTF8.GetBytes('{"InstallId":')) }
            { Register-QuiesceCollector -Server 'https://quiesce.example.org' -Code 'qec_x' -Confirm:$false } | Should -Throw '*state.json cannot be read*'
            (Register-QuiesceCollector -Server 'https://quiesce.example.org' -Code 'qec_x' -Force -Confirm:$false).CollectorId | Should -Be 'abcdefabcdef'
        }
        InModuleScope Quiesce { Write-QuiesceFile -Path (Get-QuiesceHome -Child 'state.json') -Bytes ([Text.Encoding]::UTF8.GetBytes('{"InstallId":')) }
        Unregister-QuiesceCollector -Confirm:$false
        [IO.Directory]::Exists($folder) | Should -BeFalse
    }
    It 'removes a task whose gMSA is refused, so that it does not stay as SYSTEM' {
        $tasks = New-Module -Name ScheduledTasks -ScriptBlock {
            function Register-ScheduledTask { param($TaskPath, $TaskName, $Xml, [switch] $Force) }
            function New-ScheduledTaskPrincipal { param($UserId, $LogonType, $RunLevel) }
            function Set-ScheduledTask { param($TaskPath, $TaskName, $Principal) throw [InvalidOperationException]::new('no such gMSA') }
        } | Import-Module -PassThru
        $text = [IO.File]::ReadAllText([IO.Path]::Combine($PSScriptRoot, '..', 'Quiesce', 'Private', 'Install', 'Install-QuiesceTask.ps1'))
        # The function itself; its name is a mock here.
        $body = [scriptblock]::Create($text.Replace('function Install-QuiesceTask', 'function Install-Unmocked') + "; Install-Unmocked -Xml x -Account 'CONTOSO\quiesce`$'")
        try { { (Get-Module Quiesce).Invoke($body) } | Should -Throw '*no such gMSA*' }
        finally { Remove-Module $tasks }
        Should -Invoke -ModuleName Quiesce Remove-QuiesceTask -Times 1 -Exactly
    }
    It 'refuses a folder that somebody else made' {
        [void] [IO.Directory]::CreateDirectory($folder)
        Mock -ModuleName Quiesce Get-QuiesceOwner { 'S-1-5-21-1-2-3-1001' }
        { Register-QuiesceCollector -Server 'https://quiesce.example.org' -Code 'qec_x' -Confirm:$false } | Should -Throw '*belongs to S-1-5-21-1-2-3-1001*Remove-Item*'
        InModuleScope Quiesce { $script:asked.Count | Should -Be 0 }
    }
    It 'refuses a folder that is a link' -Skip:($IsWindows) {
        $elsewhere = [IO.Path]::Combine("$TestDrive", [Guid]::NewGuid().ToString('N'))
        [void] [IO.Directory]::CreateDirectory($elsewhere)
        [void] [IO.Directory]::CreateSymbolicLink($folder, $elsewhere)
        { Register-QuiesceCollector -Server 'https://quiesce.example.org' -Code 'qec_x' -Confirm:$false } | Should -Throw '*is a link*'
    }
    It 'takes other machines only as a management server' {
        { Register-QuiesceCollector -Server 'https://quiesce.example.org' -Code 'qec_x' -ComputerName old01 -Confirm:$false } | Should -Throw '*management-server*'
    }

    Context 'The task' {
        It 'is well-formed XML whose command is data, whatever the path of the module' {
            InModuleScope Quiesce {
                $path = "C:\O'Brien$([char] 0x2019)s & <co> `$(x)\Quiesce.psd1"
                $xml = [xml] (New-QuiesceTaskXml -InstallId 'abc' -IntervalSeconds 3600 -ModulePath $path)
                $xml.Task.Settings.Priority | Should -Be '7'
                $xml.Task.Settings.MultipleInstancesPolicy | Should -Be 'IgnoreNew'
                $xml.Task.Triggers.TimeTrigger.Repetition.Interval | Should -Be 'PT1H'
                $arguments = $xml.Task.Actions.Exec.Arguments
                $arguments | Should -Not -BeLike '*ExecutionPolicy*'
                $arguments -match '-Command "(.*)"$' | Should -BeTrue
                $errors = $null
                $ast = [Management.Automation.Language.Parser]::ParseInput($Matches[1], [ref] $null, [ref] $errors)
                $errors.Count | Should -Be 0
                $texts = @($ast.FindAll({ param($node) $node -is [Management.Automation.Language.StringConstantExpressionAst] }, $true) | ForEach-Object Value)
                $texts | Should -Contain $path
                $commands = @($ast.FindAll({ param($node) $node -is [Management.Automation.Language.CommandAst] }, $true) | ForEach-Object { $_.GetCommandName() })
                $commands | Should -Be @('Import-Module', 'Send-QuiesceInventory')
                # Under application control the command line is constrained even when the module is trusted.
                $ast.EndBlock.Statements[0] | Should -BeOfType ([Management.Automation.Language.TryStatementAst])
                "$($ast.EndBlock.Statements[0].Body)" | Should -BeLike '*Import-Module*-ErrorAction Stop*'
                "$($ast.EndBlock.Statements[0].CatchClauses[0])" | Should -BeLike '*FullLanguage*exit 3*exit 1*'
                $xml.Task.Settings.ExecutionTimeLimit | Should -Be 'PT2H'
            }
        }
    }

    It 'removes what it installed and nothing else' {
        [void] (Register-QuiesceCollector -Server 'https://quiesce.example.org' -Code 'qec_x' -Confirm:$false)
        $foreign = [IO.Path]::Combine($folder, 'notes.txt')
        [IO.File]::WriteAllText($foreign, 'of an admin')
        Unregister-QuiesceCollector -WhatIf
        Should -Invoke -ModuleName Quiesce Remove-QuiesceTask -Times 0 -Exactly
        [IO.File]::Exists([IO.Path]::Combine($folder, 'credential.bin')) | Should -BeTrue
        Unregister-QuiesceCollector -Confirm:$false
        Should -Invoke -ModuleName Quiesce Remove-QuiesceTask -Times 1 -Exactly
        [IO.Directory]::GetFileSystemEntries($folder) | Should -Be $foreign
    }

    Context 'Test-QuiesceCollector' {
        BeforeEach {
            Mock -ModuleName Quiesce Read-Account { @{ Name = "CONTOSO\o'neill"; Elevated = $false; HyperVAdmin = $false } }
            foreach ($reader in 'Read-Cim', 'Read-Registry', 'Read-UserRights', 'Read-Storage', 'Read-Program', 'Read-Access') { Mock -ModuleName Quiesce $reader { [pscustomobject] @{ Name = 'x' } } }
            Mock -ModuleName Quiesce Read-Cluster { throw [Management.Automation.CommandNotFoundException]::new('no module') }
            Mock -ModuleName Quiesce Read-HyperV { throw [UnauthorizedAccessException]::new('Zugriff verweigert') }
        }
        It 'says line by line what is read, with the exact grant for what is not' {
            $lines = @(Test-QuiesceCollector)
            ($lines | Where-Object What -EQ 'Volumes and free space').Result | Should -Be 'read'
            $vms = $lines | Where-Object What -EQ 'VMs by the module'
            $vms.Result | Should -Be 'not readable'
            $vms.Mend | Should -BeLike '*Add-LocalGroupMember -SID S-1-5-32-578 -Member ''CONTOSO\o''''neill''*'
            ($lines | Where-Object Area -EQ 'Cluster').Result | Should -Be @('not here', 'not here', 'not here')
            ($lines | Where-Object What -EQ 'Enrolment').Mend | Should -BeLike 'Register-QuiesceCollector*'
        }
        It 'goes on when the account itself, the state or the list of credentials cannot be read' {
            Mock -ModuleName Quiesce Read-Account { throw [PlatformNotSupportedException]::new('no principal') }
            InModuleScope Quiesce { [void] (Update-QuiesceState -Change { param($state) $state.CollectorId = 'abcdefabcdef'; $state.Server = 'http://localhost:9'; $state.Task = 'SYSTEM' }) }
            Mock -ModuleName Quiesce Get-QuiesceTask { [pscustomobject] @{ State = 'Ready'; Account = 'SYSTEM'; LastResult = 10 } }
            Mock -ModuleName Quiesce Get-QuiesceGuestEntry { throw [FormatException]::new('broken') }
            $lines = @(Test-QuiesceCollector)
            $lines[0].Result | Should -Be 'not readable'
            $lines[0].Detail | Should -BeLike '*no principal*'
            ($lines | Where-Object What -EQ 'Volumes and free space').Result | Should -Be 'read'
            ($lines | Where-Object What -EQ 'Scheduled task').Detail | Should -Be 'Ready, as SYSTEM, last result 10'
            ($lines | Where-Object What -EQ 'Credentials').Detail | Should -Be 'broken'
            InModuleScope Quiesce { Write-QuiesceFile -Path (Get-QuiesceHome -Child 'state.json') -Bytes ([Text.Encoding]::UTF8.GetBytes('{"InstallId":')) }
            (@(Test-QuiesceCollector) | Where-Object What -EQ 'Enrolment').Mend | Should -BeLike 'Register-QuiesceCollector -Force*'
        }
        It 'leaves out with -Problem what is read' {
            @(Test-QuiesceCollector -Problem | Where-Object Result -EQ 'read').Count | Should -Be 0
        }
        It 'tells of a server that does not answer and of a credential that cannot be read' {
            InModuleScope Quiesce {
                [void] (Update-QuiesceState -Change { param($state) $state.CollectorId = 'abcdefabcdef'; $state.Server = 'https://quiesce.example.org' })
                Mock Test-QuiesceServer { throw [IO.IOException]::new('no route') }
                Mock Get-QuiesceToken { throw [UnauthorizedAccessException]::new('denied') }
            }
            $lines = @(Test-QuiesceCollector)
            ($lines | Where-Object What -EQ 'Connection').Detail | Should -Be 'no route'
            ($lines | Where-Object What -EQ 'Credential').Mend | Should -BeLike '*account of the task*'
        }
    }
}
