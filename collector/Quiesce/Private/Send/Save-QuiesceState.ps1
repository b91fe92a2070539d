function Save-QuiesceState {
    <#
    .SYNOPSIS
    Keeps the state of Get-QuiesceState, whole or not at all.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory)] [Collections.IDictionary] $State)

    $kept = [ordered] @{}
    foreach ($key in $State.Keys) {
        if ($key -ne 'Dropped') { $kept[$key] = $State[$key] }
    }
    $json = ConvertTo-QuiesceJson -Value $kept
    Write-QuiesceFile -Path (Get-QuiesceHome -Child 'state.json') -Bytes ([Text.Encoding]::UTF8.GetBytes($json))
}
