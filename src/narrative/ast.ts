/** Which kind a node of Handlebars' tree is of. */
export const isContent = (node: hbs.AST.Node): node is hbs.AST.ContentStatement =>
  node.type === "ContentStatement";
export const isMustache = (node: hbs.AST.Node): node is hbs.AST.MustacheStatement =>
  node.type === "MustacheStatement";
export const isBlock = (node: hbs.AST.Node): node is hbs.AST.BlockStatement =>
  node.type === "BlockStatement";
export const isPartial = (node: hbs.AST.Node): node is hbs.AST.PartialStatement =>
  node.type === "PartialStatement";
export const isPath = (node: hbs.AST.Node): node is hbs.AST.PathExpression =>
  node.type === "PathExpression";
export const isString = (node: hbs.AST.Node): node is hbs.AST.StringLiteral =>
  node.type === "StringLiteral";
export const isNumber = (node: hbs.AST.Node): node is hbs.AST.NumberLiteral =>
  node.type === "NumberLiteral";
export const isBoolean = (node: hbs.AST.Node): node is hbs.AST.BooleanLiteral =>
  node.type === "BooleanLiteral";
