function New-QuiesceCheck {
    <#
    .SYNOPSIS
    One line of Test-QuiesceCollector.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [string] $Area,
        [Parameter(Mandatory)] [string] $What,
        [Parameter(Mandatory)] [ValidateSet('read', 'in part', 'not readable', 'not here')] [string] $Result,
        $Rows,
        [AllowEmptyString()] [string] $Detail = '',
        [AllowEmptyString()] [string] $Mend = ''
    )

    [pscustomobject] @{ Area = $Area; What = $What; Result = $Result; Rows = $Rows; Detail = $Detail; Mend = $Mend }
}
