# What the host makes of pieces that a guest published: lines of JSON { name, value } in a file. Prints the facts as JSON,
# or { "fault": ... }.
param([Parameter(Mandatory)] [string] $Module, [Parameter(Mandatory)] [string] $In)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$collector = Import-Module $Module -PassThru
. $collector {
    param($file)
    $items = @{}
    foreach ($line in [IO.File]::ReadAllLines($file)) {
        $piece = ConvertFrom-QuiesceJson -Text $line
        $items[$piece['name']] = $piece['value']
    }
    $joined = Join-KvpPieces -Items $items
    if ($null -eq $joined.Text) { return ConvertTo-QuiesceJson -Value ([ordered] @{ fault = $joined.Fault }) }
    $made = ConvertFrom-GuestText -Text $joined.Text -Evidence 'kvp-guest'
    ConvertTo-QuiesceJson -Value ([ordered] @{ facts = $made.Facts; absent = $made.Absent })
} $In
