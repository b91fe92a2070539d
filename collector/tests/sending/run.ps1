# One run of the module as an admin or the task has it, with the parts of Windows replaced: DPAPI by nothing, the task and
# the access list left out, the reading by a document of the test. Prints the result as JSON, or { "error": … }.
param(
    [Parameter(Mandatory)] [string] $Module,
    [Parameter(Mandatory)] [ValidateSet('register', 'collect', 'send', 'spool')] [string] $Do,
    [string] $Document,
    [string] $Server,
    [string] $Code,
    [string] $Pin,
    [string] $Proxy,
    [string] $Force
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$collector = Import-Module $Module -PassThru
[Environment]::SetEnvironmentVariable('QUIESCE_TEST_DOCUMENT', $Document)
. $collector {
    function script:Protect-QuiesceSecret { param([byte[]] $Bytes) , $Bytes }
    function script:Unprotect-QuiesceSecret { param([byte[]] $Bytes) , $Bytes }
    function script:Protect-QuiesceHome { param($Account) [void] [IO.Directory]::CreateDirectory((Get-QuiesceHome)) }
    function script:Install-QuiesceTask { }
    function script:Get-QuiesceAccessRule { }
    function script:Wait-QuiesceTime { }
    function script:Read-Account { @{ Name = 'CONTOSO\hv01$'; Elevated = $true; HyperVAdmin = $true } }
    function script:Read-Cim { param($ClassName) if ($ClassName -eq 'Win32_ComputerSystem') { [pscustomobject] @{ Name = 'HV01'; DNSHostName = 'hv01'; Domain = 'contoso.test'; PartOfDomain = $true } } }
    function script:Invoke-QuiesceCollection {
        param([switch] $PassThru)
        $state = Step-QuiesceSequence
        $read = ConvertFrom-QuiesceJson -Text ([IO.File]::ReadAllText([Environment]::GetEnvironmentVariable('QUIESCE_TEST_DOCUMENT')))
        # As New-HostDocument names the machine that enrolled.
        $read['hosts'][0]['installId'] = $state.InstallId
        $read['header']['documentId'] = "$($state.InstallId)-$($state.Epoch)-$($state.Sequence)"
        $read['header']['epoch'] = $state.Epoch
        $read['header']['sequence'] = $state.Sequence
        if ($null -ne $state.Dropped) { $read['header']['dropped'] = [ordered] @{ documents = $state.Dropped.Documents; since = $state.Dropped.Since } }
        [pscustomobject] @{ Json = ConvertTo-QuiesceJson -Value $read; DocumentId = $read['header']['documentId']; Vms = @($read['hosts'][0]['vms']).Count }
    }
}
try {
    switch ($Do) {
        'register' {
            $with = @{ Server = $Server; Code = $Code; Confirm = $false }
            if ($Pin) { $with['Pin'] = $Pin }
            if ($Proxy) { $with['Proxy'] = $Proxy }
            $result = Register-QuiesceCollector @with
        }
        'collect' { $result = Send-QuiesceInventory -Collect -MaximumSeconds 0 -Force:([bool] $Force) -Confirm:$false }
        'send' { $result = Send-QuiesceInventory -MaximumSeconds 0 -Force:([bool] $Force) -Confirm:$false }
        'spool' { . $collector { Add-QuiesceCollection }; $result = @{ added = 1 } }
    }
    . $collector { param($told) ConvertTo-QuiesceJson -Value $told } $result
}
catch { . $collector { param($text) ConvertTo-QuiesceJson -Value ([ordered] @{ error = $text }) } "$($_.Exception.Message)" }
