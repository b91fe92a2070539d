<#
The functions of a module with their help, as the parser reads it. Prints for each script file one line of JSON: { file, functions: [name],
isPublic, synopsis, description, outputs, examples: [code], declared: [parameter], described: [parameter], changes, whatIf, exported: [name] }.
changes: it is declared with SupportsShouldProcess.
#>
param([Parameter(Mandatory)] [string] $Root)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
. ([IO.Path]::Combine($PSScriptRoot, 'json.ps1'))
$language = 'System.Management.Automation.Language'

foreach ($path in [IO.Directory]::GetFiles($Root, '*.ps1', 'AllDirectories')) {
    $relative = $path.Substring($Root.Length).TrimStart('\', '/').Replace('\', '/')
    $ast = [System.Management.Automation.Language.Parser]::ParseFile($path, [ref] $null, [ref] $null)
    $functions = @($ast.FindAll({ param($node) $node -is [System.Management.Automation.Language.FunctionDefinitionAst] }, $false))
    $row = [ordered]@{ file = $relative; functions = @(foreach ($function in $functions) { $function.Name }); lines = [IO.File]::ReadAllLines($path).Count; isPublic = $relative.StartsWith('Public/'); synopsis = ''; description = ''; outputs = 0; examples = @(); declared = @(); described = @(); whatIf = $false }
    if ($row.isPublic -and $functions.Count -eq 1) {
        $help = $functions[0].GetHelpContent()
        if ($null -ne $help) {
            $row.synopsis = "$($help.Synopsis)".Trim()
            $row.description = "$($help.Description)".Trim()
            $row.outputs = $help.Outputs.Count
            $row.examples = @($help.Examples)
            $row.described = @(foreach ($name in $help.Parameters.Keys) { if ("$($help.Parameters[$name])".Trim().Length -gt 5) { $name.ToLowerInvariant() } })
        }
        $block = $functions[0].Body.ParamBlock
        if ($null -ne $block) {
            $row.declared = @(foreach ($parameter in $block.Parameters) { $parameter.Name.VariablePath.UserPath.ToLowerInvariant() })
            foreach ($attribute in $block.Attributes) { foreach ($argument in $attribute.NamedArguments) { if ($argument.ArgumentName -eq 'SupportsShouldProcess') { $row.whatIf = $true } } }
        }
    }
    ConvertTo-CheckJson $row
}
