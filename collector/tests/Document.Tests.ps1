# The document: JSON in plain ASCII, the header, limits. Synthetic data.
BeforeAll {
    $ErrorActionPreference = 'Stop'
    Import-Module ([IO.Path]::Combine($PSScriptRoot, '..', 'Quiesce', 'Quiesce.psd1')) -Force
}
AfterAll { Remove-Module Quiesce -ErrorAction SilentlyContinue }

Describe 'JSON' {
    It 'writes <Name> as <Text>' -TestCases @(
        @{ Name = 'null'; Value = $null; Text = 'null' }
        @{ Name = 'true'; Value = $true; Text = 'true' }
        @{ Name = 'a whole number'; Value = 9007199254740991L; Text = '9007199254740991' }
        @{ Name = 'a fraction'; Value = 0.5; Text = '0.5' }
        @{ Name = 'not a number'; Value = [double]::NaN; Text = 'null' }
        @{ Name = 'a list of one'; Value = @('a'); Text = '["a"]' }
        @{ Name = 'an empty list'; Value = @(); Text = '[]' }
        @{ Name = 'an ordered dictionary'; Value = [ordered]@{ b = 1; a = @(@{ c = 2 }) }; Text = '{"b":1,"a":[{"c":2}]}' }
        @{ Name = 'an object'; Value = [pscustomobject]@{ x = 'y' }; Text = '{"x":"y"}' }
        @{ Name = 'a GUID'; Value = [Guid] '7D0C4F1E-52A8-4B7B-9C1D-9E3A60B2F2A4'; Text = '"7d0c4f1e-52a8-4b7b-9c1d-9e3a60b2f2a4"' }
        @{ Name = 'a time'; Value = [DateTime]::new(2026, 5, 18, 7, 40, 0, [DateTimeKind]::Utc); Text = '"2026-05-18T07:40:00.000Z"' }
        @{ Name = 'an enum by its name'; Value = [DayOfWeek]::Friday; Text = '"Friday"' }
    ) {
        InModuleScope Quiesce -Parameters @{ Value = $Value; Text = $Text } { ConvertTo-QuiesceJson $Value | Should -BeExactly $Text }
    }

    It 'is plain ASCII and comes back the same: <Text>' -TestCases @(
        @{ Text = "M$([char] 0xFC)nchen '$([char] 0x2018)$([char] 0x201B)' `"q`" \ / " }
        @{ Text = "`t`n`r`b`f$([char] 1)$([char] 0x7F)$([char] 0x2028)" }
        @{ Text = [char]::ConvertFromUtf32(0x1F4BE) + [char] 0x202E + 'x' }
    ) {
        InModuleScope Quiesce -Parameters @{ Text = $Text } {
            $json = ConvertTo-QuiesceJson @{ t = $Text }
            $json | Should -MatchExactly '^[\x20-\x7e]*$'
            (ConvertFrom-QuiesceJson -Text $json)['t'] | Should -BeExactly $Text
            ($json | ConvertFrom-Json).t | Should -BeExactly $Text
        }
    }

    It 'turns NUL and halves of surrogate pairs into U+FFFD' {
        InModuleScope Quiesce { ConvertTo-QuiesceJson "a$([char] 0)b$([char] 0xD800)c$([char] 0xDC00)" | Should -BeExactly '"a\ufffdb\ufffdc\ufffd"' }
    }

    It 'is the same under a culture with a decimal comma' {
        InModuleScope Quiesce {
            $before = [Globalization.CultureInfo]::CurrentCulture
            try {
                [Globalization.CultureInfo]::CurrentCulture = [Globalization.CultureInfo]::GetCultureInfo('de-DE')
                ConvertTo-QuiesceJson @(1234.5, [DateTime]::new(2026, 1, 2, 3, 4, 5, [DateTimeKind]::Utc)) | Should -BeExactly '[1234.5,"2026-01-02T03:04:05.000Z"]'
            }
            finally { [Globalization.CultureInfo]::CurrentCulture = $before }
        }
    }

    It 'refuses what is nested without end' {
        InModuleScope Quiesce {
            $loop = @{}
            $loop['self'] = $loop
            { ConvertTo-QuiesceJson $loop } | Should -Throw '*24 deep*'
        }
    }

    It 'refuses to read <Text>' -TestCases @(@{ Text = '' }, @{ Text = '{' }, @{ Text = '{"a":1,}' }, @{ Text = '[1 2]' }, @{ Text = '"\x"' }, @{ Text = '"open' }, @{ Text = '01' }, @{ Text = '1 1' }, @{ Text = 'nul' }, @{ Text = "{'a':1}" }) {
        InModuleScope Quiesce -Parameters @{ Text = $Text } { { ConvertFrom-QuiesceJson -Text $Text } | Should -Throw -ExceptionType ([FormatException]) }
    }

    It 'refuses to read more than 16 levels and more than 1 MiB' {
        InModuleScope Quiesce {
            { ConvertFrom-QuiesceJson -Text ('[' * 18 + ']' * 18) } | Should -Throw '*16 deep*'
            { ConvertFrom-QuiesceJson -Text ('"' + 'x' * 1048576 + '"') } | Should -Throw '*1 MiB*'
        }
    }

    It 'reads numbers, words, lists and keys in their case' {
        InModuleScope Quiesce {
            $value = ConvertFrom-QuiesceJson -Text ' {"a":[1,-2.5e1,true,false,null,[]],"A":"\u00fc"} '
            @($value.Keys) | Should -BeExactly @('a', 'A')
            $value['a'].Count | Should -Be 6
            $value['a'][1] | Should -Be -25
            $value['A'] | Should -BeExactly "$([char] 0xFC)"
        }
    }
}

Describe 'New-QuiesceDocument' {
    BeforeAll {
        function script:New-TestRecord {
            $vm = @{ Id = '7d0c4f1e-52a8-4b7b-9c1d-9e3a60b2f2a4'; Facts = [ordered]@{ id = '7d0c4f1e-52a8-4b7b-9c1d-9e3a60b2f2a4'; name = 'VM01' }; Absent = [Collections.Generic.List[object]]::new() }
            @{ Facts = [ordered]@{ name = 'HV01' }; Absent = [Collections.Generic.List[object]]::new(); Sections = [ordered]@{ vms = @{ Name = 'vms'; Complete = $false; Rows = 1; Errors = @([ordered]@{ reason = 'error'; text = 't'; mend = 'm' }); Ms = 5L } }; Vms = [ordered]@{ a = $vm }; Local = $true }
        }
    }
    It 'has no sender, epoch and sequence without a state' {
        InModuleScope Quiesce -Parameters @{ Record = (New-TestRecord) } {
            $made = New-QuiesceDocument -Run (New-Run -CallSeconds 0 -RunSeconds 60) -HostRecord @($Record) -Cluster @() -State $null
            $document = $made.Json | ConvertFrom-Json
            $document.schema | Should -BeExactly 'quiesce.inventory/1'
            $document.header.sequence | Should -BeNullOrEmpty
            $document.header.senderId | Should -BeNullOrEmpty
            $document.hosts[0].attempted[0].errors[0].mend | Should -BeExactly 'm'
            $document.hosts[0].attempted[0].complete | Should -BeFalse
            $made.Vms | Should -Be 1
        }
    }
    It 'tells sender, order and what was dropped' {
        InModuleScope Quiesce -Parameters @{ Record = (New-TestRecord) } {
            $state = [ordered]@{ InstallId = 'i'; CollectorId = 'c'; Epoch = 2; Sequence = 7; IntervalSeconds = 900; Dropped = [ordered]@{ Documents = 3; Since = '2026-05-18T07:40:00.000Z' } }
            $document = (New-QuiesceDocument -Run (New-Run -CallSeconds 0 -RunSeconds 60) -HostRecord @($Record) -Cluster @() -State $state).Json | ConvertFrom-Json
            $document.header.epoch | Should -Be 2
            $document.header.sequence | Should -Be 7
            $document.header.intervalSeconds | Should -Be 900
            $document.header.dropped.documents | Should -Be 3
            $document.hosts[0].installId | Should -BeExactly 'i'
        }
    }
    It 'gives a host that was read from elsewhere no install id' {
        InModuleScope Quiesce -Parameters @{ Record = (New-TestRecord) } {
            $Record.Local = $false
            $state = [ordered]@{ InstallId = 'i'; CollectorId = $null; Epoch = 1; Sequence = 1; IntervalSeconds = 900; Dropped = $null }
            $document = (New-QuiesceDocument -Run (New-Run -CallSeconds 0 -RunSeconds 60) -HostRecord @($Record) -Cluster @() -State $state -Kind 'management-server').Json | ConvertFrom-Json
            $document.hosts[0].installId | Should -BeNullOrEmpty
            $document.header.senderId | Should -BeExactly 'i'
        }
    }
}

Describe 'Small words' {
    It 'keeps a number that no table names' { InModuleScope Quiesce { ConvertTo-Word 23769 @{ '2' = 'Ok' } | Should -BeExactly '23769' } }
    It 'names a number that the table has' { InModuleScope Quiesce { ConvertTo-Word 2 @{ '2' = 'Ok' } | Should -BeExactly 'Ok' } }
    It 'takes no size below 0 or above 2^53 - 1' {
        InModuleScope Quiesce {
            ConvertTo-Whole -1 | Should -BeNullOrEmpty
            ConvertTo-Whole ([uint64]::MaxValue) | Should -BeNullOrEmpty
            ConvertTo-Whole 'x' | Should -BeNullOrEmpty
            ConvertTo-Whole ([uint64] 70368744177664) | Should -Be 70368744177664
        }
    }
    It 'takes GUIDs with braces, in any case, first or last' {
        InModuleScope Quiesce {
            ConvertTo-GuidText '{7D0C4F1E-52A8-4B7B-9C1D-9E3A60B2F2A4}' | Should -BeExactly '7d0c4f1e-52a8-4b7b-9c1d-9e3a60b2f2a4'
            ConvertTo-GuidText 'Microsoft:7D0C4F1E-52A8-4B7B-9C1D-9E3A60B2F2A4\5CED1297-4598-4915-A5FC-AD21BB4D02A4' -Last | Should -BeExactly '5ced1297-4598-4915-a5fc-ad21bb4d02a4'
            ConvertTo-GuidText 'none' | Should -BeNullOrEmpty
        }
    }
    It 'splits flags by name and by bit' {
        InModuleScope Quiesce {
            @(Split-Flags 'NoDirectIO, NoAccess' @{ 1 = 'NoDirectIO'; 2 = 'NoAccess' } 'NoFaults') | Should -Be @('NoDirectIO', 'NoAccess')
            @(Split-Flags 'NoFaults' @{ 1 = 'NoDirectIO' } 'NoFaults').Count | Should -Be 0
            @(Split-Flags 3 @{ 1 = 'NoDirectIO'; 2 = 'NoAccess'; 4 = 'InMaintenance' } 'NoFaults' | Sort-Object) | Should -Be @('NoAccess', 'NoDirectIO')
        }
    }
    It 'keeps at most 1,000 notes on a record' {
        InModuleScope Quiesce {
            $notes = [Collections.Generic.List[object]]::new()
            for ($n = 0; $n -lt 1200; $n++) { Add-Absent -To $notes -Fact "f$n" -Reason 'error' -Text ('x' * 5000) }
            $notes.Count | Should -Be 1000
            $notes[0]['text'].Length | Should -Be 2000
        }
    }
}
