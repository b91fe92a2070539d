# Walks a script as PowerShell's own parser sees it and names everything that is not known to only read.

$script:Rules = $null

function Initialize-ReadOnlyRule {
    param([string] $Path)
    $script:Rules = Read-DataFile $Path
    $script:Sets = @{}
    foreach ($name in $script:Rules.Keys) {
        $set = New-NameSet
        foreach ($item in $script:Rules[$name]) { [void] $set.Add($item) }
        $script:Sets[$name] = $set
    }
}

function New-NameSet { , [System.Collections.Generic.HashSet[string]]::new([StringComparer]::OrdinalIgnoreCase) }

function Read-DataFile {
    param([string] $Path)
    $ast = [System.Management.Automation.Language.Parser]::ParseFile($Path, [ref] $null, [ref] $null)
    $table = $ast.Find({ param($node) $node -is [System.Management.Automation.Language.HashtableAst] }, $false)
    $table.SafeGetValue()
}

function New-Violation {
    param($Node, [string] $Kind, [string] $Name)
    @{ kind = $Kind; name = $Name; line = $Node.Extent.StartLineNumber; text = "$($Node.Extent.Text)".Split("`n")[0].Trim() }
}

function Get-ShortTypeName {
    param($TypeName)
    $full = "$($TypeName.FullName)"
    if ($TypeName -is [System.Management.Automation.Language.GenericTypeName]) { $full = "$($TypeName.TypeName.FullName)" }
    ($full -replace '^System\.', '' -replace '`\d+$', '').ToLowerInvariant()
}

# The parameters of the functions and script blocks around a node that are declared as [scriptblock]: what they hold is text of
# the module, walked where it stands, since PowerShell turns no string into a script block by itself.
function Test-BlockParameter {
    param($Node, [string] $Variable)
    for ($at = $Node.Parent; $null -ne $at; $at = $at.Parent) {
        $parameters = @()
        if ($at -is [System.Management.Automation.Language.ScriptBlockAst] -and $null -ne $at.ParamBlock) { $parameters = $at.ParamBlock.Parameters }
        if ($at -is [System.Management.Automation.Language.FunctionDefinitionAst] -and $null -ne $at.Parameters) { $parameters = $at.Parameters }
        foreach ($parameter in $parameters) {
            if ($parameter.Name.VariablePath.UserPath -ne $Variable) { continue }
            return $parameter.StaticType -eq [scriptblock]
        }
    }
    $false
}

function Get-CommandViolation {
    param($Node, $Own)
    $first = $Node.CommandElements[0]
    $name = $Node.GetCommandName()
    if ($null -eq $name) {
        if ($first -is [System.Management.Automation.Language.ScriptBlockExpressionAst]) { return }
        if ($first -is [System.Management.Automation.Language.VariableExpressionAst] -and (Test-BlockParameter $Node $first.VariablePath.UserPath)) { return }
        $operator = if ("$($Node.InvocationOperator)" -eq 'Dot') { '. ' } else { '& ' }
        return New-Violation $Node 'dynamic' ($operator + $first.Extent.Text)
    }
    $bare = $name
    if ($name -match '^[A-Za-z][\w.-]*\\([A-Za-z]+-\w+)$') { $bare = $Matches[1] }
    if ($bare -eq $name -and $Own.Contains($name)) { return }
    if ($bare -notmatch '^[A-Za-z]+-\w+$') { return New-Violation $Node 'program' $name }
    if (-not ($script:Sets.ReadingVerbs.Contains($bare.Split('-')[0]) -or $script:Sets.ReadingCommands.Contains($bare))) { return New-Violation $Node 'command' $bare }
    Get-ArgumentViolation $Node $bare
}

# Commands that read or change depending on what they are given.
function Get-ArgumentViolation {
    param($Node, [string] $Name)
    $constants = @(foreach ($element in $Node.CommandElements) { if ($element -is [System.Management.Automation.Language.StringConstantExpressionAst]) { $element.Value } })
    $constants = @(for ($at = 1; $at -lt $constants.Count; $at++) { $constants[$at] })
    if ($Name -eq 'ForEach-Object') {
        foreach ($constant in $constants) { if ($constant -match '^\w+$' -and $script:Sets.ReadingMethods.Contains($constant) -eq $false -and (Test-MemberArgument $Node $constant)) { New-Violation $Node 'method' $constant } }
    }
    if ($Name -eq 'Invoke-CimMethod' -or $Name -eq 'Invoke-WmiMethod') {
        $method = Get-ArgumentValue $Node @('MethodName', 'Name')
        if ($null -eq $method) { New-Violation $Node 'dynamic' "$Name without a method in the text" }
        elseif (-not $script:Sets.ReadingCimMethods.Contains($method)) { New-Violation $Node 'method' $method }
    }
    if ($Name -eq 'Invoke-Command') {
        $given = @(foreach ($element in $Node.CommandElements) { if ($element -is [System.Management.Automation.Language.ScriptBlockExpressionAst]) { $element } })
        $variable = Get-ArgumentAst $Node @('ScriptBlock')
        $isParameter = $variable -is [System.Management.Automation.Language.VariableExpressionAst] -and (Test-BlockParameter $Node $variable.VariablePath.UserPath)
        if ($given.Count -eq 0 -and -not $isParameter) { New-Violation $Node 'dynamic' 'Invoke-Command without its script block in the text' }
    }
    if ($Name -eq 'Import-Module') {
        for ($at = 1; $at -lt $Node.CommandElements.Count; $at++) {
            $element = $Node.CommandElements[$at]
            $before = $Node.CommandElements[$at - 1]
            if ($element -is [System.Management.Automation.Language.CommandParameterAst]) { continue }
            if ($before -is [System.Management.Automation.Language.CommandParameterAst] -and 'Name' -notlike "$($before.ParameterName)*") { continue }
            if ($element -is [System.Management.Automation.Language.StringConstantExpressionAst] -and $element.Value -match '^\w[\w.-]*$') { continue }
            New-Violation $Node 'dynamic' "Import-Module $($element.Extent.Text)"
        }
    }
    if ($Name -eq 'New-Object') {
        foreach ($element in $Node.CommandElements) { if ($element -is [System.Management.Automation.Language.CommandParameterAst] -and 'ComObject' -like "$($element.ParameterName)*") { New-Violation $Node 'dynamic' 'New-Object -ComObject' } }
        $type = Get-ArgumentValue $Node @('TypeName')
        if ($null -eq $type -and $constants.Count -gt 0) { $type = $constants[0] }
        $short = "$type".ToLowerInvariant() -replace '^system\.', '' -replace '[\[`].*$', ''
        if (-not ($script:Sets.ReadingTypes.Contains($short) -or $script:Sets.ReadingGenerics.Contains($short))) { New-Violation $Node 'static' "[$type]::new" }
    }
    # -OutVariable and its like take a name, and ${C:\file} is a name that writes a file.
    foreach ($element in $Node.CommandElements) {
        if ($element -is [System.Management.Automation.Language.CommandParameterAst] -and $element.ParameterName -eq 'OutFile' -and -not $Own.Contains($Name)) { New-Violation $Node 'redirect' "$Name -OutFile" }
    }
}

function Test-MemberArgument {
    param($Node, [string] $Constant)
    for ($at = 1; $at -lt $Node.CommandElements.Count; $at++) {
        $element = $Node.CommandElements[$at]
        if ($element -isnot [System.Management.Automation.Language.StringConstantExpressionAst] -or $element.Value -ne $Constant) { continue }
        $before = $Node.CommandElements[$at - 1]
        if ($before -is [System.Management.Automation.Language.CommandParameterAst]) { return 'MemberName' -like "$($before.ParameterName)*" }
        return $true
    }
    $false
}

function Get-ArgumentAst {
    param($Node, [string[]] $Names)
    for ($at = 1; $at -lt $Node.CommandElements.Count; $at++) {
        $element = $Node.CommandElements[$at]
        if ($element -isnot [System.Management.Automation.Language.CommandParameterAst]) { continue }
        foreach ($name in $Names) {
            if ($name -notlike "$($element.ParameterName)*") { continue }
            if ($null -ne $element.Argument) { return $element.Argument }
            if ($at + 1 -lt $Node.CommandElements.Count) { return $Node.CommandElements[$at + 1] }
        }
    }
    $null
}

function Get-ArgumentValue {
    param($Node, [string[]] $Names)
    $argument = Get-ArgumentAst $Node $Names
    if ($argument -is [System.Management.Automation.Language.StringConstantExpressionAst]) { return $argument.Value }
    $null
}

function Get-MemberViolation {
    param($Node)
    $isCall = $Node -is [System.Management.Automation.Language.InvokeMemberExpressionAst]
    if ($Node.Member -isnot [System.Management.Automation.Language.StringConstantExpressionAst]) {
        # A property whose name is only known when it runs is read; a method of that kind could be any.
        if ($isCall -or $Node.Static) { return New-Violation $Node 'dynamic' $Node.Extent.Text }
        return
    }
    $member = $Node.Member.Value
    if ($Node.Static) {
        if ($Node.Expression -isnot [System.Management.Automation.Language.TypeExpressionAst]) { return New-Violation $Node 'dynamic' $Node.Extent.Text }
        # Reading a static property changes nothing; setting one is an assignment.
        if (-not $isCall) { return }
        $type = $Node.Expression.TypeName
        if ($type -is [System.Management.Automation.Language.ArrayTypeName]) { return }
        $short = Get-ShortTypeName $type
        $full = "$short.$($member.ToLowerInvariant())"
        $known = $script:Sets.ReadingTypes.Contains($short) -or $script:Sets.ReadingStatics.Contains($full)
        if ($type -is [System.Management.Automation.Language.GenericTypeName]) { $known = $script:Sets.ReadingGenerics.Contains($short) }
        if (-not $known -or $script:Sets.ForbiddenStatics.Contains($full)) { return New-Violation $Node 'static' "[$($type.FullName -replace '^System\.', '')]::$member" }
        return
    }
    if (-not $isCall) { return }
    if ($member -eq 'OpenSubKey' -and $Node.Arguments.Count -gt 1) { return New-Violation $Node 'method' 'OpenSubKey for writing' }
    if (($member -eq 'ForEach' -or $member -eq 'Where') -and $Node.Arguments.Count -gt 0 -and $Node.Arguments[0] -isnot [System.Management.Automation.Language.ScriptBlockExpressionAst]) {
        return New-Violation $Node 'dynamic' ".$member without its script block in the text"
    }
    if ($member -match '^Invoke(ReturnAsIs)?$' -and $Node.Expression -is [System.Management.Automation.Language.VariableExpressionAst] -and (Test-BlockParameter $Node $Node.Expression.VariablePath.UserPath)) { return }
    if (-not $script:Sets.ReadingMethods.Contains($member)) { New-Violation $Node 'method' $member }
}

function Get-AssignmentViolation {
    param($Node)
    $targets = @($Node.Left)
    if ($Node.Left -is [System.Management.Automation.Language.ArrayLiteralAst]) { $targets = $Node.Left.Elements }
    foreach ($target in $targets) {
        while ($target -is [System.Management.Automation.Language.AttributedExpressionAst]) { $target = $target.Child }
        if ($target -is [System.Management.Automation.Language.VariableExpressionAst]) {
            $path = $target.VariablePath
            if ($path.IsDriveQualified -or $path.IsGlobal) { New-Violation $Node 'variable' "`$$($path.UserPath)" }
        }
        if ($target -is [System.Management.Automation.Language.MemberExpressionAst]) {
            if ($target.Static) { New-Violation $Node 'property' $target.Extent.Text }
            elseif ($target.Member -is [System.Management.Automation.Language.StringConstantExpressionAst] -and $script:Sets.OutsideProperties.Contains($target.Member.Value)) { New-Violation $Node 'property' $target.Member.Value }
        }
    }
}

# Everything in a parsed script that is not known to only read. $Own: the names of the functions that are walked as well.
function Get-ReadOnlyViolation {
    param($Ast, $Own)
    foreach ($node in $Ast.FindAll({ $true }, $true)) {
        if ($node -is [System.Management.Automation.Language.CommandAst]) { Get-CommandViolation $node $Own }
        elseif ($node -is [System.Management.Automation.Language.MemberExpressionAst]) { Get-MemberViolation $node }
        elseif ($node -is [System.Management.Automation.Language.AssignmentStatementAst]) { Get-AssignmentViolation $node }
        elseif ($node -is [System.Management.Automation.Language.UnaryExpressionAst]) {
            if ("$($node.TokenKind)" -match 'PlusPlus|MinusMinus' -and $node.Child -is [System.Management.Automation.Language.VariableExpressionAst] -and ($node.Child.VariablePath.IsDriveQualified -or $node.Child.VariablePath.IsGlobal)) { New-Violation $node 'variable' "`$$($node.Child.VariablePath.UserPath)" }
        }
        elseif ($node -is [System.Management.Automation.Language.FileRedirectionAst]) {
            if ($node.Location.Extent.Text -ne '$null') { New-Violation $node 'redirect' '>' }
        }
        elseif ($node -is [System.Management.Automation.Language.ConvertExpressionAst]) {
            if ($script:Sets.ForbiddenCasts.Contains((Get-ShortTypeName $node.Type.TypeName))) { New-Violation $node 'static' "[$($node.Type.TypeName.FullName)]" }
        }
        elseif ($node -is [System.Management.Automation.Language.UsingStatementAst]) { New-Violation $node 'dynamic' $node.Extent.Text }
    }
}
