<#
Proves that names from outside stay data in a script. Reads lines of JSON { where, plain, hostile, name, plainName, mark }: the same script made
with a plain and with a hostile name. Both have to parse to the same tree, node by node; where the plain text holds the plain name, the
hostile one has to hold the hostile name, whole; and it may stand only in a constant string that takes no wildcards and is no query.
Prints for each line { where, parses, problems, pieces }; pieces counts the constants that hold the name, where is empty when all is well.
#>
param([Parameter(Mandatory)] [string] $In)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
. ([IO.Path]::Combine($PSScriptRoot, 'json.ps1'))

# Their -Path, or the first thing they are given, takes wildcards.
$wild = @('Get-Item', 'Get-ChildItem', 'Get-Content', 'Set-Content', 'Remove-Item', 'Copy-Item', 'Move-Item', 'Rename-Item', 'Get-Acl', 'Set-Acl', 'Test-Path', 'Resolve-Path', 'Get-ItemProperty', 'Set-ItemProperty', 'Invoke-Item', 'Select-String')
# These take wildcards in -Name.
$wildNames = @('Get-Service', 'Start-Service', 'Stop-Service', 'Restart-Service', 'Set-Service', 'Get-Process', 'Stop-Process', 'Get-VM', 'Get-SmbShareAccess', 'Get-SmbShare', 'Get-ScheduledTask')

function Get-Tree {
    param([string] $Script)
    $errors = $null
    $ast = [System.Management.Automation.Language.Parser]::ParseInput($Script, [ref] $null, [ref] $errors)
    $shape = [System.Text.StringBuilder]::new()
    $texts = [System.Collections.Generic.List[object]]::new()
    # Adding to a set is true for every node, and no script block has to run for each.
    $seen = [System.Collections.Generic.HashSet[System.Management.Automation.Language.Ast]]::new()
    foreach ($node in $ast.FindAll([Delegate]::CreateDelegate([Func[System.Management.Automation.Language.Ast, bool]], $seen, 'Add'), $true)) {
        $kind = $node.GetType().Name
        [void] $shape.Append($kind).Append(';')
        if ($kind -eq 'StringConstantExpressionAst') { [void] $shape.Append("$($node.StringConstantType)").Append(';'); $texts.Add($node) }
        elseif ($kind -eq 'ExpandableStringExpressionAst') { $texts.Add($node) }
        elseif ($kind -eq 'CommandAst') { [void] $shape.Append("$($node.GetCommandName())").Append(';') }
        elseif ($kind -eq 'CommandParameterAst') { [void] $shape.Append($node.ParameterName).Append(';') }
        elseif ($kind -eq 'VariableExpressionAst') { [void] $shape.Append($node.VariablePath.UserPath).Append(';') }
    }
    @{ errors = $errors; shape = $shape.ToString(); texts = $texts }
}

# Where a constant with the name stands wrongly, or nothing.
function Get-Misplaced {
    param($Node)
    if ($Node -is [System.Management.Automation.Language.ExpandableStringExpressionAst]) { return 'inside a string that expands' }
    if ("$($Node.StringConstantType)" -notmatch '^SingleQuoted') { return "as $($Node.StringConstantType)" }
    $parent = $Node.Parent
    if ($parent -is [System.Management.Automation.Language.BinaryExpressionAst] -and "$($parent.Operator)" -match 'like|match|replace|split' -and [object]::ReferenceEquals($parent.Right, $Node)) { return "as a pattern of -$($parent.Operator)" }
    $before = ''
    $command = $parent
    $element = $Node
    while ($null -ne $command -and $command -isnot [System.Management.Automation.Language.CommandAst]) {
        if ($command -is [System.Management.Automation.Language.ScriptBlockAst]) { return }
        $element = $command
        $command = $command.Parent
    }
    if ($null -eq $command) { return }
    $at = $command.CommandElements.IndexOf($element)
    if ($element -is [System.Management.Automation.Language.CommandParameterAst]) { $before = $element.ParameterName }
    elseif ($at -gt 0 -and $command.CommandElements[$at - 1] -is [System.Management.Automation.Language.CommandParameterAst]) { $before = $command.CommandElements[$at - 1].ParameterName }
    $name = ("$($command.GetCommandName())" -split '\\')[-1]
    if ($at -eq 0) { return 'as the command' }
    if ($before -match '^(Filter|Query|Include|Exclude)$') { return "in $name -$before" }
    if ($wild -contains $name -and ($before -eq 'Path' -or ($before -eq '' -and $at -eq 1))) { return "in $name -Path, which takes wildcards" }
    if ($wildNames -contains $name -and ($before -eq 'Name' -or ($before -eq '' -and $at -eq 1))) { return "in $name -Name, which takes wildcards" }
}

$plainTrees = @{}
foreach ($line in [IO.File]::ReadAllLines($In)) {
    $row = @{}
    foreach ($property in [System.Text.Json.JsonDocument]::Parse($line).RootElement.EnumerateObject()) { $row[$property.Name] = $property.Value.GetString() }
    if (-not $plainTrees.ContainsKey($row.plain)) { $plainTrees[$row.plain] = Get-Tree $row.plain }
    $plain = $plainTrees[$row.plain]
    $hostile = if ($row.hostile -ceq $row.plain) { $plain } else { Get-Tree $row.hostile }
    $problems = [System.Collections.Generic.List[string]]::new()
    foreach ($fault in $plain.errors) { $problems.Add("does not parse: $($fault.Message)") }
    foreach ($fault in $hostile.errors) { $problems.Add("does not parse with the name: $($fault.Message)") }
    $pieces = 0
    if ($plain.shape -cne $hostile.shape -or $plain.texts.Count -ne $hostile.texts.Count) { $problems.Add("the name changes what runs: $($row.hostile)") }
    else {
        for ($at = 0; $at -lt $plain.texts.Count; $at++) {
            $expected = $plain.texts[$at].Value.Replace($row.plainName, $row.name)
            if ($hostile.texts[$at].Value -cne $expected) { $problems.Add("the name does not arrive whole: $($hostile.texts[$at].Extent.Text) for $expected"); continue }
            if (-not $hostile.texts[$at].Value.Contains($row.mark)) { continue }
            $pieces++
            $misplaced = Get-Misplaced $hostile.texts[$at]
            if ($null -ne $misplaced) { $problems.Add("the name stands $misplaced") }
        }
    }
    if ($problems.Count -eq 0) { "{`"where`":`"`",`"parses`":true,`"problems`":[],`"pieces`":$pieces}"; continue }
    ConvertTo-CheckJson ([ordered]@{ where = $row.where; parses = $plain.errors.Count + $hostile.errors.Count -eq 0; problems = $problems; pieces = $pieces })
}
