# The collector's credential and those of guests. Synthetic data; DPAPI is replaced by a cipher that proves nothing.
BeforeAll {
    $ErrorActionPreference = 'Stop'
    Import-Module ([IO.Path]::Combine($PSScriptRoot, '..', 'Quiesce', 'Quiesce.psd1')) -Force
    # The body of a mock runs where it was written; bound, it runs inside the module.
    function Inside([scriptblock] $Body) { (Get-Module Quiesce).NewBoundScriptBlock($Body) }
    function Secret([string] $Text) { [Net.NetworkCredential]::new('', $Text).SecurePassword }
}
AfterAll { Remove-Module Quiesce -ErrorAction SilentlyContinue }

Describe 'Credentials' {
    BeforeEach {
        $folder = [IO.Path]::Combine("$TestDrive", [Guid]::NewGuid().ToString('N'))
        [Environment]::SetEnvironmentVariable('QUIESCE_COLLECTOR_HOME', $folder)
        Mock -ModuleName Quiesce Protect-QuiesceSecret (Inside { , [byte[]] @($Bytes | ForEach-Object { $_ -bxor 90 }) })
        Mock -ModuleName Quiesce Unprotect-QuiesceSecret (Inside { , [byte[]] @($Bytes | ForEach-Object { $_ -bxor 90 }) })
        Mock -ModuleName Quiesce Protect-QuiesceHome { }
        Mock -ModuleName Quiesce Test-QuiesceHomeClosed { $true }
        $vm = '0b7f5d0e-6c67-4a53-8d65-3f0bb0a7a111'
        $password = "p'w`"$([char] 0xfc)$([char] 0x2019)\"
        $credential = [Management.Automation.PSCredential]::new('GUEST\reader', (Secret $password))
    }
    AfterEach { [Environment]::SetEnvironmentVariable('QUIESCE_COLLECTOR_HOME', $null) }

    It 'takes a new credential, ends the quiet time, and refuses what is none' {
        InModuleScope Quiesce { Set-QuiesceQuiet -Seconds 3600 -Reason 'refused' }
        Set-QuiesceCredential -Token (Secret 'qsc_abcdefabcdef.synthetic_secret_of_a_test') -Confirm:$false
        InModuleScope Quiesce { Get-QuiesceToken | Should -Be 'qsc_abcdefabcdef.synthetic_secret_of_a_test'; (Get-QuiesceState).NotBefore | Should -BeNullOrEmpty }
        { Set-QuiesceCredential -Token (Secret 'qec_an_enrolment_code') -Confirm:$false } | Should -Throw '*no collector credential*'
        { Set-QuiesceCredential -Token (Secret 'qsc_abcdefabcdef') -Confirm:$false } | Should -Throw '*no collector credential*'
    }
    It 'takes it from a file and leaves the file' {
        $file = [IO.Path]::Combine("$TestDrive", 'token.txt')
        [IO.File]::WriteAllText($file, "qsc_abcdefabcdef.synthetic_secret_of_a_test`r`n")
        Set-QuiesceCredential -TokenFile $file -Confirm:$false
        InModuleScope Quiesce { Get-QuiesceToken | Should -Be 'qsc_abcdefabcdef.synthetic_secret_of_a_test' }
        [IO.File]::Exists($file) | Should -BeTrue
    }
    It 'writes nothing with -WhatIf' {
        Set-QuiesceCredential -Token (Secret 'qsc_abcdefabcdef.synthetic_secret_of_a_test') -WhatIf
        Set-QuiesceGuestCredential -Default -Credential $credential -WhatIf
        [IO.Directory]::Exists($folder) | Should -BeFalse
    }
    It 'finds the credential of the VM before that of its tags and the default' {
        foreach ($place in @{ Default = $true }, @{ Tag = 'SQL Servers' }, @{ VMId = "{$($vm.ToUpperInvariant())}" }) {
            $name = @($place.Keys)[0]
            Set-QuiesceGuestCredential @place -Credential ([Management.Automation.PSCredential]::new($name, (Secret $password))) -Confirm:$false
        }
        InModuleScope Quiesce -Parameters @{ vm = $vm; password = $password } {
            (Get-QuiesceGuestCredential -VMId $vm -Tag 'sql servers').UserName | Should -Be 'VMId'
            $other = [Guid]::NewGuid().ToString()
            (Get-QuiesceGuestCredential -VMId $other -Tag 'Web', 'sql servers').UserName | Should -Be 'Tag'
            $found = Get-QuiesceGuestCredential -VMId $other
            $found.UserName | Should -Be 'Default'
            $found.GetNetworkCredential().Password | Should -Be $password
        }
    }
    It 'closes an open folder before a secret lies in it, and leaves a closed one as it is' {
        Mock -ModuleName Quiesce Test-QuiesceHomeClosed { $false }
        InModuleScope Quiesce { [void] (Add-QuiesceSpoolItem -Json '{"forged":true}' -DocumentId 'forged' -State (Step-QuiesceSequence)) }
        Set-QuiesceGuestCredential -Default -Credential $credential -Confirm:$false
        Should -Invoke -ModuleName Quiesce Protect-QuiesceHome -Times 1 -Exactly -ParameterFilter { $Account -eq 'SYSTEM' }
        InModuleScope Quiesce { @(Get-QuiesceSpool).Count | Should -Be 0 }
        Mock -ModuleName Quiesce Test-QuiesceHomeClosed { $true }
        Set-QuiesceCredential -Token (Secret 'qsc_abcdefabcdef.synthetic_secret_of_a_test') -Confirm:$false
        Should -Invoke -ModuleName Quiesce Protect-QuiesceHome -Times 1 -Exactly
        Mock -ModuleName Quiesce Test-QuiesceHomeClosed { $false }
        Mock -ModuleName Quiesce Get-QuiesceOwner { 'S-1-5-21-1-2-3-1001' }
        { Set-QuiesceGuestCredential -Tag sql -Credential $credential -Confirm:$false } | Should -Throw '*belongs to S-1-5-21-1-2-3-1001*'
    }
    It 'gives none where none is set' {
        InModuleScope Quiesce -Parameters @{ vm = $vm } { Get-QuiesceGuestCredential -VMId $vm | Should -BeNullOrEmpty }
    }
    It 'keeps no password in the clear, and none at all for a vault' {
        Set-QuiesceGuestCredential -VMId $vm -Credential $credential -Confirm:$false
        Set-QuiesceGuestCredential -Tag 'Web' -Vault 'Machines' -Secret 'web-guests' -Confirm:$false
        $stored = foreach ($file in [IO.Directory]::GetFiles($folder, '*', 'AllDirectories')) { [Text.Encoding]::UTF8.GetString([IO.File]::ReadAllBytes($file)) }
        "$stored" | Should -Not -BeLike "*reader*"
        "$stored" | Should -BeLike '*web-guests*'
        @([IO.Directory]::GetFiles([IO.Path]::Combine($folder, 'guest-credentials'))).Count | Should -Be 1
    }
    It 'asks the vault at each use, and names the entry when the vault gives something else' {
        Set-QuiesceGuestCredential -Tag 'Web' -Vault 'Machines' -Secret 'web-guests' -Confirm:$false
        InModuleScope Quiesce -Parameters @{ vm = $vm; credential = $credential } {
            $script:fromVault = $credential
            Mock Get-QuiesceVaultSecret { $script:fromVault }
            (Get-QuiesceGuestCredential -VMId $vm -Tag 'web').UserName | Should -Be 'GUEST\reader'
            Should -Invoke Get-QuiesceVaultSecret -Times 1 -Exactly -ParameterFilter { $Vault -eq 'Machines' -and $Name -eq 'web-guests' }
            $script:fromVault = 'a text'
            { Get-QuiesceGuestCredential -VMId $vm -Tag 'web' } | Should -Throw "*'tag:web'*Set-QuiesceGuestCredential*"
        }
    }
    It 'replaces and removes, with the file behind it' {
        Set-QuiesceGuestCredential -VMId $vm -Credential $credential -Confirm:$false
        Set-QuiesceGuestCredential -VMId $vm -Credential $credential -Confirm:$false
        InModuleScope Quiesce { @(Get-QuiesceGuestEntry).Count | Should -Be 1 }
        Set-QuiesceGuestCredential -VMId $vm -Remove -Confirm:$false
        InModuleScope Quiesce { @(Get-QuiesceGuestEntry).Count | Should -Be 0 }
        @([IO.Directory]::GetFiles([IO.Path]::Combine($folder, 'guest-credentials'))).Count | Should -Be 0
    }
    It 'asks for what is missing or too much' {
        { Set-QuiesceGuestCredential -Credential $credential -Confirm:$false } | Should -Throw '*one of -VMId, -Tag and -Default*'
        { Set-QuiesceGuestCredential -VMId $vm -Default -Credential $credential -Confirm:$false } | Should -Throw '*one of -VMId*'
        { Set-QuiesceGuestCredential -VMId $vm -Confirm:$false } | Should -Throw '*Give -Credential, or -Vault*'
        { Set-QuiesceGuestCredential -VMId $vm -Credential $credential -Vault v -Secret s -Confirm:$false } | Should -Throw '*Give -Credential, or -Vault*'
    }
}
