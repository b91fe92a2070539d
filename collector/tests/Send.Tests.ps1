# Sending: state, spool, answers of the door, waiting, the pin. Synthetic data; no network but where a test opens its own.
BeforeAll {
    $ErrorActionPreference = 'Stop'
    Import-Module ([IO.Path]::Combine($PSScriptRoot, '..', 'Quiesce', 'Quiesce.psd1')) -Force
    # The body of a mock runs where it was written; bound, it runs inside the module.
    function Inside([scriptblock] $Body) { (Get-Module Quiesce).NewBoundScriptBlock($Body) }
}
AfterAll { Remove-Module Quiesce -ErrorAction SilentlyContinue }

Describe 'Sending' {
    BeforeEach {
        $folder = [IO.Path]::Combine("$TestDrive", [Guid]::NewGuid().ToString('N'))
        [Environment]::SetEnvironmentVariable('QUIESCE_COLLECTOR_HOME', $folder)
        Mock -ModuleName Quiesce Wait-QuiesceTime { }
        Mock -ModuleName Quiesce Write-QuiesceEventEntry { }
        Mock -ModuleName Quiesce Get-QuiesceToken { 'qsc_abcdefabcdef.synthetic-secret-of-a-test' }
    }
    AfterEach { [Environment]::SetEnvironmentVariable('QUIESCE_COLLECTOR_HOME', $null) }

    Context 'State' {
        It 'keeps the install id and counts on, and writes no document twice with one number' {
            InModuleScope Quiesce {
                $first = Step-QuiesceSequence
                $second = Step-QuiesceSequence
                $first.Sequence | Should -Be 1
                $second.Sequence | Should -Be 2
                $second.InstallId | Should -Be $first.InstallId
                (Get-QuiesceState).Sequence | Should -Be 2
            }
        }
        It 'has no number where the folder cannot be written and the machine is not enrolled' {
            InModuleScope Quiesce {
                Mock Write-QuiesceFile { throw [UnauthorizedAccessException]::new('no') }
                (Step-QuiesceSequence).Sequence | Should -BeNullOrEmpty
            }
        }
        It 'fails aloud where the folder cannot be written and the machine is enrolled' {
            InModuleScope Quiesce {
                [void] (Update-QuiesceState -Change { param($state) $state.CollectorId = 'abcdefabcdef' })
                Mock Write-QuiesceFile { throw [UnauthorizedAccessException]::new('no') }
                { Step-QuiesceSequence } | Should -Throw
            }
        }
        It 'names the file and the way out when it is broken' {
            InModuleScope Quiesce {
                Write-QuiesceFile -Path (Get-QuiesceHome -Child 'state.json') -Bytes ([Text.Encoding]::UTF8.GetBytes('{"InstallId":'))
                { Get-QuiesceState } | Should -Throw '*state.json cannot be read*Register-QuiesceCollector*'
            }
        }
        It 'says why a file outside its folder cannot be written, and leaves nothing half-done there' {
            InModuleScope Quiesce {
                $taken = [IO.Path]::Combine("$TestDrive", [Guid]::NewGuid().ToString('N'), 'taken.json')
                [void] [IO.Directory]::CreateDirectory($taken)
                $fault = $null
                try { Write-QuiesceFile -Path $taken -Bytes ([byte[]] (1, 2)) } catch { $fault = $_ }
                "$fault" | Should -Not -BeLike '*stays*'
                $fault.Exception.GetBaseException() | Should -BeOfType ([IO.IOException])
                @([IO.Directory]::GetFiles([IO.Path]::GetDirectoryName($taken))).Count | Should -Be 0
            }
        }
        It 'deletes nothing outside its folder' {
            InModuleScope Quiesce {
                $other = [IO.Path]::Combine("$TestDrive", 'other.txt')
                [IO.File]::WriteAllText($other, 'x')
                { Remove-QuiesceFile -Path $other } | Should -Throw '*stays*'
                { Remove-QuiesceFile -Path (Get-QuiesceHome -Child '../other.txt') } | Should -Throw '*stays*'
                [IO.File]::Exists($other) | Should -BeTrue
            }
        }
    }

    Context 'Spool' {
        It 'keeps the newest 24, counts the drops, and forgets them only when an accepted document told them' {
            InModuleScope Quiesce {
                for ($n = 0; $n -lt 30; $n++) { [void] (Add-QuiesceSpoolItem -Json '{}' -DocumentId "d$n" -State (Step-QuiesceSequence)) }
                Limit-QuiesceSpool | Should -Be 6
                $kept = @(Get-QuiesceSpool)
                $kept.Count | Should -Be 24
                $kept[0].Sequence | Should -Be 30
                $kept[23].Sequence | Should -Be 7
                (Get-QuiesceState).Dropped.Documents | Should -Be 6
                $accepted = New-QuiesceReply -Status 202 -Body '{"result":"accepted"}'
                [void] (Resolve-QuiesceReply -Reply $accepted -Item $kept[0] -Outcome 'accepted')
                (Get-QuiesceState).Dropped.Documents | Should -Be 6 -Because 'that document was made before the drop'
                $path = Add-QuiesceSpoolItem -Json '{}' -DocumentId 'later' -State (Step-QuiesceSequence)
                $later = Get-QuiesceSpool | Where-Object { $_.Path -eq $path }
                [void] (Resolve-QuiesceReply -Reply $accepted -Item $later -Outcome 'accepted')
                (Get-QuiesceState).Dropped | Should -BeNullOrEmpty
            }
        }
        It 'lets go what is older than 7 days or goes beyond 50 MiB, and never the newest for its size' {
            InModuleScope Quiesce {
                Mock Get-QuiesceTime { [DateTime]::UtcNow.AddDays(-8) }
                [void] (Add-QuiesceSpoolItem -Json '{}' -DocumentId 'old' -State (Step-QuiesceSequence))
                Mock Get-QuiesceTime { [DateTime]::UtcNow }
                [void] (Add-QuiesceSpoolItem -Json '{}' -DocumentId 'a' -State (Step-QuiesceSequence))
                Limit-QuiesceSpool | Should -Be 1
                [void] (Add-QuiesceSpoolItem -Json '{}' -DocumentId 'b' -State (Step-QuiesceSequence))
                Limit-QuiesceSpool -MostBytes 1 | Should -Be 1
                @(Get-QuiesceSpool)[0].Name | Should -BeLike '*-b.json.gz'
            }
        }
        It 'makes a file name of any document id' {
            InModuleScope Quiesce {
                $path = Add-QuiesceSpoolItem -Json '{}' -DocumentId '..\../a:b*' -State (Step-QuiesceSequence)
                [IO.Path]::GetDirectoryName($path) | Should -Be (Get-QuiesceHome -Child 'spool')
                @(Get-QuiesceSpool).Count | Should -Be 1
            }
        }
    }

    Context 'Answers' {
        It 'takes <Status> as <Outcome>' -ForEach @(
            @{ Status = 200; Body = '{"result":"duplicate"}'; Outcome = 'accepted' }, @{ Status = 202; Body = '{"result":"accepted"}'; Outcome = 'accepted' }
            @{ Status = 200; Body = '<html>sign in</html>'; Outcome = 'quiet' }, @{ Status = 400; Body = ''; Outcome = 'rejected' }
            @{ Status = 401; Body = ''; Outcome = 'quiet' }, @{ Status = 403; Body = ''; Outcome = 'quiet' }, @{ Status = 302; Body = ''; Outcome = 'quiet' }
            @{ Status = 404; Body = ''; Outcome = 'quiet' }, @{ Status = 408; Body = ''; Outcome = 'retry' }, @{ Status = 409; Body = ''; Outcome = 'rejected' }
            @{ Status = 413; Body = ''; Outcome = 'rejected' }, @{ Status = 415; Body = ''; Outcome = 'rejected' }, @{ Status = 422; Body = ''; Outcome = 'rejected' }
            @{ Status = 426; Body = ''; Outcome = 'too-old' }, @{ Status = 429; Body = ''; Outcome = 'retry' }, @{ Status = 500; Body = ''; Outcome = 'retry' }, @{ Status = 503; Body = ''; Outcome = 'retry' }
        ) {
            InModuleScope Quiesce -Parameters @{ Status = $Status; Body = $Body; Outcome = $Outcome } {
                Get-QuiesceOutcome -Reply (New-QuiesceReply -Status $Status -Body $Body) | Should -Be $Outcome
            }
        }
        It 'waits at random up to 5 s, 10 s and so on to 600 s, and never before Retry-After' {
            InModuleScope Quiesce {
                foreach ($case in @(0, 5), @(1, 10), @(3, 40), @(7, 600), @(1000, 600)) {
                    Get-QuiesceBackoff -Attempt $case[0] -Random 0 | Should -Be 0
                    Get-QuiesceBackoff -Attempt $case[0] -Random 1 | Should -Be $case[1]
                    Get-QuiesceBackoff -Attempt $case[0] -RetryAfter 30 -Random 0 | Should -BeGreaterOrEqual 30
                }
                Get-QuiesceRetryAfter -Reply (New-QuiesceReply -Status 503 -Headers @{ 'retry-after' = '120' }) | Should -Be 120
                Mock Get-QuiesceTime { [DateTime]::new(2026, 5, 18, 7, 0, 0, [DateTimeKind]::Utc) }
                Get-QuiesceRetryAfter -Reply (New-QuiesceReply -Status 503 -Headers @{ 'retry-after' = 'Mon, 18 May 2026 07:01:00 GMT' }) | Should -Be 60
                Get-QuiesceRetryAfter -Reply (New-QuiesceReply -Status 503 -Headers @{ 'retry-after' = 'soon' }) | Should -Be 0
            }
        }
        It 'spreads installations over the interval, each always at its own second' {
            InModuleScope Quiesce {
                $slots = @(1..200 | ForEach-Object { Get-QuiesceSlot -InstallId "install $_" -IntervalSeconds 3600 })
                ($slots | Measure-Object -Maximum).Maximum | Should -BeLessThan 3600
                @($slots | Sort-Object -Unique).Count | Should -BeGreaterThan 180
                Get-QuiesceSlot -InstallId 'ABC' -IntervalSeconds 3600 | Should -Be (Get-QuiesceSlot -InstallId 'abc' -IntervalSeconds 3600)
            }
        }
    }

    Context 'A run' {
        BeforeEach {
            InModuleScope Quiesce {
                [void] (Update-QuiesceState -Change { param($state) $state.CollectorId = 'abcdefabcdef'; $state.Server = 'https://quiesce.example.org' })
                for ($n = 1; $n -le 3; $n++) { [void] (Add-QuiesceSpoolItem -Json "{""n"":$n}" -DocumentId "d$n" -State (Step-QuiesceSequence)) }
            }
        }
        It 'sends the newest first, with the time of sending, and empties the spool' {
            Mock -ModuleName Quiesce Invoke-QuiesceHttp (Inside { $script:seen += , @("$Uri", $Headers['X-Quiesce-Sent-At'], $Headers['Content-Encoding']); New-QuiesceReply -Status 202 -Body '{"result":"accepted","vms":1,"sender":{"epoch":1}}' })
            InModuleScope Quiesce { $script:seen = @() }
            $result = Send-QuiesceInventory -Confirm:$false
            $result.Outcome | Should -Be 'sent'
            $result.ExitCode | Should -Be 0
            $result.Sent | Should -Be 3
            $result.Waiting | Should -Be 0
            InModuleScope Quiesce { $script:seen[0][0] | Should -Be 'https://quiesce.example.org/api/v1/inventories'; $script:seen[0][1] | Should -Match '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'; $script:seen[0][2] | Should -Be 'gzip' }
        }
        It 'sets no header by name that .NET Framework takes as a property only' {
            InModuleScope Quiesce { $script:names = @() }
            Mock -ModuleName Quiesce Invoke-QuiesceHttp (Inside { $script:names += @($Headers.Keys); New-QuiesceReply -Status 202 -Body '{"result":"accepted","vms":1}' })
            [void] (Send-QuiesceInventory -Confirm:$false)
            InModuleScope Quiesce {
                $script:names | Should -Contain 'X-Quiesce-Sent-At'
                $byName = @($script:names | Sort-Object -Unique | Where-Object { $_ -notin 'Content-Type', 'User-Agent', 'Accept' })
                @($byName | Where-Object { [Net.WebHeaderCollection]::IsRestricted($_) }) | Should -BeNullOrEmpty
            }
        }
        It 'sends the same bytes again after no answer, so that the server knows them' {
            InModuleScope Quiesce { $script:bodies = @(); $script:tries = 0 }
            Mock -ModuleName Quiesce Invoke-QuiesceHttp (Inside {
                $script:bodies += [Convert]::ToBase64String($Body)
                if ($script:tries++ -eq 0) { New-QuiesceReply -Failure network -Text 'cut' } else { New-QuiesceReply -Status 200 -Body '{"result":"duplicate","vms":1}' }
            })
            (Send-QuiesceInventory -Confirm:$false).Outcome | Should -Be 'sent'
            InModuleScope Quiesce { $script:bodies[0] | Should -Be $script:bodies[1]; $script:bodies.Count | Should -Be 4 }
            Should -Invoke -ModuleName Quiesce Wait-QuiesceTime -Times 1 -Exactly
        }
        It 'keeps one copy of what is refused, with the answer, and goes on with the rest' {
            InModuleScope Quiesce { $script:tries = 0 }
            Mock -ModuleName Quiesce Invoke-QuiesceHttp (Inside { if ($script:tries++ -eq 0) { New-QuiesceReply -Status 422 -Body '{"title":"vms.0.name has a fault","mend":"Name it."}' } else { New-QuiesceReply -Status 202 -Body '{"result":"accepted","vms":1}' } })
            $result = Send-QuiesceInventory -Confirm:$false
            $result.Outcome | Should -Be 'rejected'
            $result.ExitCode | Should -Be 13
            $result.Sent | Should -Be 2
            $result.Waiting | Should -Be 0
            InModuleScope Quiesce { @(Get-QuiesceSpool -Folder rejected).Count | Should -Be 1; [IO.File]::ReadAllText((Get-QuiesceHome -Child 'rejected/last-answer.txt')) | Should -BeLike '*Name it.*' }
            Should -Invoke -ModuleName Quiesce Write-QuiesceEventEntry -ParameterFilter { $Id -eq 200 } -Times 1
        }
        It 'is quiet for <Hours> h after <Status>, keeps its documents, and ends with <Code>' -ForEach @(
            @{ Status = 401; Body = '{"title":"not known"}'; Hours = 1; Code = 11 }, @{ Status = 403; Body = '{"code":"collector-pending","title":"waits"}'; Hours = 1; Code = 12 }
            @{ Status = 403; Body = '{"code":"other-host","title":"other"}'; Hours = 1; Code = 11 }, @{ Status = 426; Body = '{"title":"old"}'; Hours = 24; Code = 14 }
        ) {
            InModuleScope Quiesce -Parameters @{ Status = $Status; Body = $Body } { $script:given = @($Status, $Body); $script:asked = 0 }
            Mock -ModuleName Quiesce Invoke-QuiesceHttp (Inside { $script:asked++; New-QuiesceReply -Status $script:given[0] -Body $script:given[1] })
            (Send-QuiesceInventory -Confirm:$false).ExitCode | Should -Be $Code
            $again = Send-QuiesceInventory -Confirm:$false
            $again.ExitCode | Should -Be 15
            $again.Waiting | Should -Be 3
            InModuleScope Quiesce { $script:asked | Should -Be 1 }
            InModuleScope Quiesce -Parameters @{ Hours = $Hours } { $script:later = [DateTime]::UtcNow.AddHours($Hours).AddMinutes(1); Mock Get-QuiesceTime { $script:later } }
            [void] (Send-QuiesceInventory -Confirm:$false)
            InModuleScope Quiesce { $script:asked | Should -Be 2 }
        }
        It 'tries at once when a newer module was placed, and names the version that the server wants' {
            InModuleScope Quiesce { $script:asked = 0 }
            Mock -ModuleName Quiesce Invoke-QuiesceHttp (Inside { $script:asked++; New-QuiesceReply -Status 426 -Body '{"title":"The collector is too old","minimum":"9.1.0"}' })
            (Send-QuiesceInventory -Confirm:$false).Text | Should -BeLike '*9.1.0 or newer*'
            InModuleScope Quiesce { Mock Get-QuiesceVersion { '9.1.0' } }
            [void] (Send-QuiesceInventory -Confirm:$false)
            InModuleScope Quiesce { $script:asked | Should -Be 2 }
        }
        It 'keeps Retry-After beyond its own end' {
            Mock -ModuleName Quiesce Invoke-QuiesceHttp (Inside { New-QuiesceReply -Status 503 -Headers @{ 'retry-after' = '900' } -Body '{"title":"busy"}' })
            (Send-QuiesceInventory -Confirm:$false).ExitCode | Should -Be 10
            (Send-QuiesceInventory -Confirm:$false).ExitCode | Should -Be 15
        }
        It 'takes the epoch that the server wants and begins to count anew' {
            Mock -ModuleName Quiesce Invoke-QuiesceHttp (Inside { New-QuiesceReply -Status 202 -Body '{"result":"accepted","vms":1,"sender":{"epoch":7,"version":{"wanted":"9.9.9","minimum":null}}}' })
            $result = Send-QuiesceInventory -Confirm:$false
            $result.VersionWanted | Should -Be '9.9.9'
            $result.Text | Should -BeLike '*9.9.9*'
            InModuleScope Quiesce { $next = Step-QuiesceSequence; $next.Epoch | Should -Be 7; $next.Sequence | Should -Be 1 }
        }
        It 'takes the epoch out of a refusal as well' {
            Mock -ModuleName Quiesce Invoke-QuiesceHttp (Inside { New-QuiesceReply -Status 422 -Body '{"code":"unknown-epoch","title":"The epoch was never given to this sender","epoch":4}' })
            (Send-QuiesceInventory -Confirm:$false).Outcome | Should -Be 'rejected'
            InModuleScope Quiesce { $next = Step-QuiesceSequence; $next.Epoch | Should -Be 4; $next.Sequence | Should -Be 1 }
        }
        It 'sends nothing with -WhatIf' {
            Mock -ModuleName Quiesce Invoke-QuiesceHttp (Inside { throw 'asked' })
            Send-QuiesceInventory -WhatIf
            InModuleScope Quiesce { @(Get-QuiesceSpool).Count | Should -Be 3 }
        }
        It 'never writes its credential into events or verbose texts' {
            Mock -ModuleName Quiesce Invoke-QuiesceHttp (Inside { New-QuiesceReply -Status 401 -Body '{"title":"not known"}' })
            $told = Send-QuiesceInventory -Confirm:$false -Verbose 4>&1 | Out-String
            $told | Should -Not -BeLike '*synthetic-secret*'
            Should -Invoke -ModuleName Quiesce Write-QuiesceEventEntry -ParameterFilter { $Text -like '*synthetic-secret*' } -Times 0 -Exactly
        }
        It 'waits at most an hour before a scheduled run, however long the interval is' {
            InModuleScope Quiesce { [void] (Update-QuiesceState -Change { param($state) $state.IntervalSeconds = 604800 }) }
            Mock -ModuleName Quiesce Get-QuiesceRandom { 0.999 }
            Mock -ModuleName Quiesce Set-QuiescePriority { }
            Mock -ModuleName Quiesce Invoke-QuiesceHttp (Inside { New-QuiesceReply -Status 202 -Body '{"result":"accepted","vms":1}' })
            [void] (Send-QuiesceInventory -Scheduled -Confirm:$false)
            Should -Invoke -ModuleName Quiesce Wait-QuiesceTime -Times 1 -Exactly -ParameterFilter { $Seconds -gt 3000 -and $Seconds -le 3600 }
        }
        It 'does not run twice at once' {
            InModuleScope Quiesce { $script:held = Lock-QuiesceHome -Name 'send'; $script:clock = [DateTime]::UtcNow; Mock Get-QuiesceTime { $script:clock = $script:clock.AddSeconds(3); $script:clock } }
            try { (Send-QuiesceInventory -Confirm:$false).ExitCode | Should -Be 4 }
            finally { InModuleScope Quiesce { $script:held.Dispose() } }
        }
    }
}
