// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "tests/attack/means/statement_maker.h"

namespace thimblely::test {

// What reads the rows of tables and views.

QByteArray StatementMaker::plain()
{
    return select(3);
}

QByteArray StatementMaker::cte()
{
    const QByteArray shadowed = quoted(word());
    const QByteArray columns = chance(20) ? "(" + anyColumn() + ", " + anyColumn() + ")" : QByteArray();
    const QByteArray as = oneOf({" AS (", " AS(", " AS MATERIALIZED (", " AS NOT MATERIALIZED (", " as\n("});
    QByteArray sql = oneOf({"WITH ", "with ", "WITH RECURSIVE "}) + shadowed + columns + as +
                     (chance(60) ? "SELECT * FROM main." + quoted(word()) : select(2)) + ")";
    if (chance(30))
        sql += ", " + quoted(word()) + as + select(1) + ")";
    return sql + " SELECT " + oneOf({"*", "count(*)", "1", "id", "name"}) + " FROM " +
           (chance(70) ? shadowed : source(1));
}

QByteArray StatementMaker::join()
{
    QByteArray sql =
        "SELECT " + oneOf({"*", "a.*", "b.*", "count(*)", "a.name, b.id", "1"}) + " FROM " + table() + " AS a";
    for (int more = 1 + below(3); more > 0; --more) {
        const QByteArray name(1, char('a' + more));
        sql += " " + oneOf({"JOIN", "LEFT JOIN", "CROSS JOIN", "NATURAL JOIN", ",", "RIGHT JOIN", "FULL OUTER JOIN"}) +
               " " + (chance(70) ? table() : "(" + select(1) + ")") + " AS " + name;
    }
    if (chance(50))
        sql += chance(50) ? " ON a.id = b.id" : " WHERE " + condition(1);
    return sql;
}

QByteArray StatementMaker::alias()
{
    const QByteArray as = oneOf({" AS ", " ", " as ", "/**/"});
    const auto name = [&] { return chance(40) ? quoted(word()) : QByteArray("mine"); };
    return "SELECT " + (chance(50) ? "*" : anyColumn() + as + name()) + " FROM " + table() + as + name() +
           (chance(40) ? " JOIN " + table() + as + quoted(word()) : QByteArray());
}

QByteArray StatementMaker::subquery()
{
    switch (below(4)) {
    case 0:
        return "SELECT (" + scalar(2) + "), " + value(1) + " FROM " + source(1);
    case 1:
        return "SELECT * FROM (" + select(2) + ") WHERE " + condition(2);
    case 2:
        return "SELECT * FROM " + table() + " WHERE " + anyColumn() + " IN (" + scalar(2) + ")";
    default:
        return "SELECT EXISTS (" + select(2) + "), (1 IN (" + scalar(1) + "))";
    }
}

QByteArray StatementMaker::compound()
{
    const QByteArray name = anyColumn();
    QByteArray sql = "SELECT " + name + " FROM " + table();
    for (int more = 1 + below(4); more > 0; --more)
        sql += " " + oneOf({"UNION", "UNION ALL", "INTERSECT", "EXCEPT"}) + " " +
               (chance(20) ? "VALUES (" + value(1) + ")" : "SELECT " + name + " FROM " + table());
    return sql + (chance(30) ? QByteArray(" ORDER BY 1") : QByteArray());
}

QByteArray StatementMaker::window()
{
    const QByteArray call =
        oneOf({"row_number()", "rank()", "lag(name)", "lead(id)", "first_value(name)", "nth_value(id, 2)",
               "group_concat(name)", "sum(created_at)", "count(*)", "ntile(3)", "json_group_array(id)"});
    return "SELECT " + anyColumn() + ", " + call +
           (chance(20) ? " FILTER (WHERE " + condition(1) + ")" : QByteArray()) + " OVER (" +
           (chance(50) ? "PARTITION BY " + expression(1) : QByteArray()) + " ORDER BY " + expression(1) +
           (chance(30) ? QByteArray(" ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW") : QByteArray()) + ") FROM " +
           source(2);
}

QByteArray StatementMaker::json()
{
    const QByteArray of = oneOf({"json_each", "json_tree", "temp.json_each", "main.json_tree", "JSON_EACH"});
    switch (below(4)) {
    case 0:
        return "SELECT j.* FROM " + table() + " AS t, " + of + "(json_array(t.id, t.name)) AS j";
    case 1:
        return "SELECT * FROM " + of + "((SELECT json_group_array(" + anyColumn() + ") FROM " + table() + "))";
    case 2:
        return "SELECT t.*, j.value FROM " + table() + " AS t, " + of + "(t." + anyColumn() + ") AS j";
    default:
        return "SELECT json_group_object(" + expression(2) + ", " + expression(2) + ") FROM " + source(1);
    }
}

QByteArray StatementMaker::recursion()
{
    const QByteArray name = chance(50) ? QByteArray("n") : quoted(word());
    return "WITH RECURSIVE " + name + "(i, x) AS (SELECT 1, " + anyColumn() + " FROM " + table() +
           oneOf({" UNION ALL ", " UNION "}) + "SELECT i + 1, " +
           (chance(50) ? QByteArray("x") : "(" + select(1) + ")") + " FROM " + name + " WHERE i < " +
           QByteArray::number(1 + below(20)) + ") SELECT * FROM " + name;
}

QByteArray StatementMaker::aggregate()
{
    return "SELECT " +
           oneOf({"count(*)", "max(name)", "group_concat(id)", "sum(amount_minor)", "total(created_at)",
                  "json_group_array(name)", "avg(created_at)", "count(DISTINCT workspace_id)"}) +
           ", " + expression(1) + " FROM " + source(2) + " GROUP BY " + expression(1);
}

} // namespace thimblely::test
