# The connection to the server: address, pin, proxy, answers. Synthetic data; no network but where a test opens its own.
BeforeAll {
    $ErrorActionPreference = 'Stop'
    Import-Module ([IO.Path]::Combine($PSScriptRoot, '..', 'Quiesce', 'Quiesce.psd1')) -Force
}
AfterAll { Remove-Module Quiesce -ErrorAction SilentlyContinue }

Describe 'Connection' {
    It 'refuses addresses that are not https, but for this machine itself' {
        InModuleScope Quiesce {
            { Assert-QuiesceServer -Server 'http://quiesce.example.org' } | Should -Throw '*not an https address*'
            { Assert-QuiesceServer -Server 'quiesce' } | Should -Throw '*no address*'
            { Assert-QuiesceServer -Server 'http://localhost:3000' } | Should -Not -Throw
        }
    }
    It 'takes a SHA-256 thumbprint in every form that Windows shows, and no SHA-1' {
        InModuleScope Quiesce {
            $digits = 'ab' * 32
            ConvertTo-QuiescePin -Pin ("$([char] 0x200e)" + (('AB:' * 32).TrimEnd(':'))) | Should -Be $digits
            { ConvertTo-QuiescePin -Pin ('ab' * 20) } | Should -Throw '*SHA-256*'
        }
    }
    It 'takes the proxy of the account where none is given, with a pin as well, and none for none' {
        InModuleScope Quiesce {
            $before = [Net.WebRequest]::DefaultWebProxy
            [Net.WebRequest]::DefaultWebProxy = [Net.WebProxy]::new('http://127.0.0.1:9', $true)
            try {
                "$(Get-QuiesceSystemProxy -Uri 'https://quiesce.example.org')" | Should -Be 'http://127.0.0.1:9/'
                Get-QuiesceSystemProxy -Uri 'http://localhost:3000' | Should -BeNullOrEmpty
            }
            finally { [Net.WebRequest]::DefaultWebProxy = $before }
            $script:listener = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
            $script:listener.Start()
            $script:at = "http://127.0.0.1:$($script:listener.LocalEndpoint.Port)/"
            Mock Get-QuiesceSystemProxy { [uri] $script:at }
            Mock Connect-QuiesceThrough { $script:through = "$Proxy" }
            (Connect-QuiesceServer -Uri 'https://quiesce.invalid' -TimeoutSeconds 5).Dispose()
            $script:listener.Stop()
            $script:through | Should -Be $script:at
            { Connect-QuiesceServer -Uri 'https://quiesce.invalid' -Proxy 'none' -TimeoutSeconds 5 } | Should -Throw
            Should -Invoke Connect-QuiesceThrough -Times 1 -Exactly
        }
    }
    It 'takes an answer that is cut off as no contact' {
        InModuleScope Quiesce {
            Mock ConvertFrom-QuiesceWebResponse { throw [IO.IOException]::new('cut off') }
            $listener = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
            $listener.Start()
            $answering = [PowerShell]::Create().AddScript({
                    param($listener)
                    $stream = $listener.AcceptTcpClient().GetStream()
                    [void] $stream.Read([byte[]]::new(65536), 0, 65536)
                    $answer = [Text.Encoding]::ASCII.GetBytes("HTTP/1.1 202 Accepted`r`nContent-Length: 0`r`nConnection: close`r`n`r`n")
                    $stream.Write($answer, 0, $answer.Length)
                    $stream.Dispose()
                }).AddArgument($listener)
            [void] $answering.BeginInvoke()
            $reply = Invoke-QuiesceWebRequest -Uri "http://127.0.0.1:$($listener.LocalEndpoint.Port)/" -Headers @{} -Body ([byte[]] (1, 2)) -Proxy none -TimeoutSeconds 60
            $listener.Stop()
            $reply.Failure | Should -Be 'network'
            Get-QuiesceOutcome -Reply $reply | Should -Be 'retry'
        }
    }
    It 'reads an answer in chunks and one that is cut off' {
        InModuleScope Quiesce {
            $whole = "HTTP/1.1 202 Accepted`r`nContent-Type: application/json`r`nTransfer-Encoding: chunked`r`n`r`n6`r`n{`"a`":`"`r`n5;x=1`r`n$([char] 0xc3)$([char] 0xbc)`"}`n`r`n0`r`n`r`n"
            $reply = ConvertFrom-QuiesceHttpBytes -Bytes ([Text.Encoding]::GetEncoding(28591).GetBytes($whole))
            $reply.Status | Should -Be 202
            $reply.Json['a'] | Should -Be "$([char] 0xfc)"
            { ConvertFrom-QuiesceHttpBytes -Bytes ([Text.Encoding]::ASCII.GetBytes($whole.Substring(0, 110))) } | Should -Throw '*cut off*'
            { ConvertFrom-QuiesceHttpBytes -Bytes ([byte[]]::new(0)) } | Should -Throw '*before it answered*'
        }
    }
    It 'says plainly why not in Constrained Language Mode' {
        InModuleScope Quiesce { { Assert-QuiesceFullLanguage -Mode 'ConstrainedLanguage' } | Should -Throw '*ConstrainedLanguage*Sign the module*' }
    }
}
